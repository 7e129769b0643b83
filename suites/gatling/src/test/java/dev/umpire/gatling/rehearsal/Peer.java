package dev.umpire.gatling.rehearsal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A client as a stub server sees it: an HTTP request, and perhaps a WebSocket. Used by one thread. */
public final class Peer {
    /** What opens a session that pings seldom. */
    public static final String OPEN =
            "0{\"sid\":\"e\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Socket socket;
    private final DataInputStream in;
    private final Map<String, String> headers = new TreeMap<>();
    private String method = "";
    private String target = "";
    private String body = "";
    private boolean upgraded;
    private boolean closed;

    Peer(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    boolean readRequest() throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return false;
        }
        method = first.split(" ", -1)[0];
        target = first.split(" ", -1)[1];
        headers.clear();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return true;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    String path() {
        return target.split("\\?", -1)[0];
    }

    boolean upgraded() {
        return upgraded;
    }

    /** Whether the request is a POST. */
    public boolean posts() {
        return method.equals("POST");
    }

    /** Whether the request wants a WebSocket. */
    public boolean wantsWebSocket() {
        return !header("Upgrade").isEmpty();
    }

    /** Whether the request belongs to a session. */
    public boolean hasSession() {
        return target.contains("sid=");
    }

    /** A header of the request, or an empty text. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body of the request. */
    public String body() {
        return body;
    }

    /** Answers the request. */
    public void answer(String status, String content, String... moreHeaders) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nContent-Length: " + bytes.length + "\r\n");
        for (String header : moreHeaders) {
            head.append(header).append("\r\n");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(bytes);
        raw(whole.toByteArray());
    }

    /** Answers the WebSocket handshake, and says something in the same packet. */
    public void accept(String firstWords) throws IOException {
        accept(frame(0x81, firstWords.getBytes(StandardCharsets.UTF_8)));
    }

    /** Answers the WebSocket handshake. */
    public void accept() throws IOException {
        accept(new byte[0]);
    }

    private void accept(byte[] firstFrame) throws IOException {
        upgraded = true;
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + acceptKey(header("Sec-WebSocket-Key")) + "\r\n\r\n";
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(answer.getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(firstFrame);
        raw(whole.toByteArray());
    }

    private static String acceptKey(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }

    /** Opens a session over WebSocket and lets the client into the main namespace. */
    public Peer join() throws IOException {
        return join(OPEN);
    }

    /** The same with another open packet. */
    public Peer join(String open) throws IOException {
        accept(open);
        hear();
        return say("40{\"sid\":\"s\"}");
    }

    /** Sends a text message. */
    public Peer say(String message) throws IOException {
        raw(frame(0x81, message.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** Sends a close frame. */
    public void closes(int code, String reason) throws IOException {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.write(code >> 8);
        payload.write(code);
        payload.writeBytes(reason.getBytes(StandardCharsets.UTF_8));
        raw(frame(0x88, payload.toByteArray()));
    }

    private static byte[] frame(int first, byte[] payload) {
        if (payload.length > 125) {
            byte[] whole = new byte[4 + payload.length];
            whole[0] = (byte) first;
            whole[1] = 126;
            whole[2] = (byte) (payload.length >> 8);
            whole[3] = (byte) payload.length;
            System.arraycopy(payload, 0, whole, 4, payload.length);
            return whole;
        }
        byte[] whole = new byte[2 + payload.length];
        whole[0] = (byte) first;
        whole[1] = (byte) payload.length;
        System.arraycopy(payload, 0, whole, 2, payload.length);
        return whole;
    }

    /** Sends bytes as they are. */
    public void raw(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next text message of the client; null when it has closed the connection. */
    public @Nullable String hear() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        closed = (first & 0x0f) == 8;
        return closed ? null : new String(payload, StandardCharsets.UTF_8);
    }

    /** Reads until the client closes the connection; whether it did so with a close frame. */
    public boolean listen() throws IOException {
        while (hear() != null) {
            // what it says is of no interest
        }
        return closed;
    }
}
