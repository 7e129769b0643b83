package dev.umpire.suites.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens like a server and is none: what no rule may take for a server that plays by the rules. */
final class HollowServer implements AutoCloseable {

    /** What happens to a connection. */
    enum Behaviour {
        /** Nothing listens on the port. */
        ABSENT,
        /** Every request is answered with HTTP 400. */
        REFUSES_EVERYTHING,
        /** Every request is answered with HTTP 200 and nothing in it. */
        EMPTY_ANSWERS,
        /** The connection is closed as soon as it is accepted. */
        CLOSES_AT_ONCE,
        /** The connection stays open and nothing is ever sent. */
        STAYS_SILENT
    }

    private final Behaviour behaviour;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private HollowServer(Behaviour behaviour, ServerSocket listener) {
        this.behaviour = behaviour;
        this.listener = listener;
    }

    static HollowServer start(Behaviour behaviour) throws IOException {
        HollowServer server = new HollowServer(behaviour, new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()));
        if (behaviour == Behaviour.ABSENT) {
            server.listener.close();
        } else {
            daemon(server::accept);
        }
        return server;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/socket.io/");
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // the listener was closed: the test is over
        }
    }

    private void serve(Socket socket) {
        try {
            switch (behaviour) {
                case CLOSES_AT_ONCE -> socket.close();
                case REFUSES_EVERYTHING -> answer(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                case EMPTY_ANSWERS -> answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                case ABSENT, STAYS_SILENT ->
                    socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    /** Answers once for every empty line, which ends a request head. */
    private static void answer(Socket socket, String answer) throws IOException {
        InputStream in = socket.getInputStream();
        int newLines = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            newLines = b == '\n' ? newLines + 1 : b == '\r' ? newLines : 0;
            if (newLines == 2) {
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                newLines = 0;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "hollow server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
