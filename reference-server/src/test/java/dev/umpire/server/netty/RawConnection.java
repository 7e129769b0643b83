package dev.umpire.server.netty;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A TCP connection that sends whatever a test wants, and reads frames and responses byte by byte. */
final class RawConnection implements Closeable {
    private static final int READ_TIMEOUT_MILLIS = 5000;

    private final Socket socket;
    private final DataInputStream in;

    RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
    }

    /** Opens a WebSocket; {@code behind} is sent in the same segment as the handshake. */
    static RawConnection webSocket(URI server, String query, byte[] behind) throws IOException {
        RawConnection connection = new RawConnection(server);
        String head = head(server.getPath() + "?EIO=4&transport=websocket" + query, 13);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(behind);
        connection.send(bytes.toByteArray());
        return connection;
    }

    /** An opening handshake for a version of the WebSocket protocol. */
    static String head(String target, int version) {
        return String.join(
                "\r\n",
                "GET " + target + " HTTP/1.1",
                "Host: x",
                "Connection: keep-alive, Upgrade",
                "Upgrade: WebSocket",
                "Sec-WebSocket-Version: " + version,
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
    }

    /** One masked frame with the first byte as given. */
    static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first);
        if (payload.length < 126) {
            out.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            out.write(0x80 | 126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        } else {
            out.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) payload.length >> shift));
            }
        }
        byte[] key = {1, 2, 3, 4};
        out.writeBytes(key);
        for (int i = 0; i < payload.length; i++) {
            out.write(payload[i] ^ key[i & 3]);
        }
        return out.toByteArray();
    }

    static byte[] text(String text) {
        return frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[]... parts) throws IOException {
        for (byte[] part : parts) {
            socket.getOutputStream().write(part);
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends the same bytes again and again; false if the peer takes too long to take them, after which nothing more can
     * be sent in order.
     */
    boolean sendsWithin(byte[] part, int times, int millis) throws IOException {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Thread sender = new Thread(() -> {
            try {
                for (int i = 0; i < times; i++) {
                    send(part);
                }
                sent.complete(null);
            } catch (IOException e) {
                sent.completeExceptionally(e);
            }
        });
        sender.setDaemon(true);
        sender.start();
        try {
            sent.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException("interrupted, or the connection was lost while sending", e);
        }
    }

    /** Sends a byte now and then until the peer has ended the connection, for 5 s at most; how many ms that took. */
    long tricklesUntilClosed(String single, int everyMillis) throws IOException {
        long start = System.nanoTime();
        socket.setSoTimeout(everyMillis);
        boolean ended = false;
        while (!ended && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(READ_TIMEOUT_MILLIS)) {
            try {
                ended = in.read() < 0;
            } catch (SocketTimeoutException e) {
                ended = !isTaken(single);
            } catch (SocketException e) {
                ended = true;
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private boolean isTaken(String text) {
        try {
            send(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The head of a response, lines joined by newlines. */
    String readHead() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    /** Status and body of a response with a Content-Length. */
    String readResponse() throws IOException {
        String head = readHead();
        int length = head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
        return head.substring(9, 12) + " " + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    Frame readFrame() throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        byte[] payload = in.readNBytes(length);
        return new Frame((first & 0x80) != 0, (first >> 4) & 7, first & 0xf, false, payload);
    }

    String readText() throws IOException {
        Frame frame = readFrame();
        return frame.opcode() == Frame.TEXT ? new String(frame.payload(), StandardCharsets.UTF_8) : frame.toString();
    }

    /** Reads up to the Close frame; its code, or 1005 if it has none. */
    int readCloseCode() throws IOException {
        Frame frame = readFrame();
        while (frame.opcode() != Frame.CLOSE) {
            frame = readFrame();
        }
        byte[] payload = frame.payload();
        return payload.length < 2 ? 1005 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
    }

    byte[] readBytes(int length) throws IOException {
        return in.readNBytes(length);
    }

    /** Expects to receive nothing for so long. */
    void quiet(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            throw new AssertionError("expected nothing but received the byte " + in.read());
        } catch (SocketTimeoutException expected) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        }
    }

    boolean isEnded() throws IOException {
        return in.read() < 0;
    }

    /** Reads until the connection ends, in whatever way; how many bytes there were. */
    long readToEnd() throws IOException {
        byte[] rest = new byte[8192];
        long bytes = 0;
        try {
            for (int length = in.read(rest); length >= 0; length = in.read(rest)) {
                bytes += length;
            }
        } catch (SocketException e) {
            // a reset is an end too
            return bytes;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
