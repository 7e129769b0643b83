package dev.umpire.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Stands before a server, replaces one text by another of the same length in what the server sends, and dies after so
 * many connections.
 */
final class AlteringProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    private final URI behind;
    private final String from;
    private final String to;
    private final int connections;

    private AlteringProxy(URI behind, String from, String to, int connections) throws IOException {
        this.behind = behind;
        this.from = from;
        this.to = to;
        this.connections = connections;
        daemon(this::accept);
    }

    static AlteringProxy replacing(String from, String to, URI behind) throws IOException {
        return new AlteringProxy(behind, from, to, Integer.MAX_VALUE);
    }

    static AlteringProxy dyingAfter(int connections, URI behind) throws IOException {
        return new AlteringProxy(behind, "", "", connections);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + behind.getPath();
    }

    private void accept() {
        try {
            for (int accepted = 0; accepted < connections; accepted++) {
                Socket client = listener.accept();
                Socket server = new Socket(behind.getHost(), behind.getPort());
                daemon(() -> pump(client, server, false));
                daemon(() -> pump(server, client, !from.isEmpty()));
            }
            listener.close();
        } catch (IOException e) {
            // the listener was closed: the test is over
        }
    }

    private void pump(Socket source, Socket sink, boolean altering) {
        byte[] buffer = new byte[8192];
        try (source;
                sink) {
            InputStream in = source.getInputStream();
            OutputStream out = sink.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                out.write((altering ? text.replace(from, to) : text).getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        } catch (IOException e) {
            // one side went away
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "altering proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
