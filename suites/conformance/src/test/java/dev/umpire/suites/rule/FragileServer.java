package dev.umpire.suites.rule;

import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The reference server behind a door that falls shut for good when somebody says a certain word. */
final class FragileServer implements Target {
    private final Target server = ServerKind.EMBEDDED.start(TargetOptions.brisk());
    private final String word;
    private final boolean deaf;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    private FragileServer(String word, boolean deaf) throws IOException {
        this.word = word;
        this.deaf = deaf;
        this.door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        inBackground(this::admit);
    }

    /** A server whose process ends at a word. */
    static FragileServer endingAt(String word) {
        return start(word, false);
    }

    /** A server that answers no more after a word, though its process lives. */
    static FragileServer deafAfter(String word) {
        return start(word, true);
    }

    private static FragileServer start(String word, boolean deaf) {
        try {
            return new FragileServer(word, deaf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void admit() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket inner = new Socket(server.url().getHost(), server.url().getPort());
            open.add(client);
            open.add(inner);
            inBackground(() -> pass(client, inner, true));
            inBackground(() -> pass(inner, client, false));
        }
    }

    private void pass(Socket from, Socket to, boolean listening) throws IOException {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (listening && new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(word)) {
                    ended = !deaf;
                    shut();
                    return;
                }
                out.write(buffer, 0, read);
            }
        }
    }

    @Override
    public String name() {
        return "fragile";
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/socket.io/");
    }

    @Override
    public String log() {
        return "ready\nError: I cannot bear " + word + "\n    at my door\n";
    }

    @Override
    public boolean alive() {
        return !ended;
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }

    @Override
    public void close() {
        ended = true;
        try {
            shut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.close();
        }
    }

    private void shut() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static void inBackground(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.run();
            } catch (IOException e) {
                // the door was shut, or a client left: both are what this server is for
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Step {
        void run() throws IOException;
    }
}
