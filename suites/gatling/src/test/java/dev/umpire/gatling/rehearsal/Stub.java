package dev.umpire.gatling.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A server on a free loopback port with a script for each path, right or wrong. */
public final class Stub implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    private Stub(ServerSocket socket) {
        this.socket = socket;
    }

    /** Starts it. */
    public static Stub start() throws IOException {
        Stub stub = new Stub(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
        daemon(stub::accept);
        return stub;
    }

    /** Puts up a script; the address to reach it at. */
    public String plays(Script script) {
        String path = "/script-" + scripts.size() + "/";
        scripts.put(path, script);
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                daemon(() -> serve(connection));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            Peer peer = new Peer(connection);
            @Nullable Script script = next(peer);
            while (script != null) {
                script.play(peer);
                script = peer.upgraded() ? null : next(peer);
            }
        } catch (IOException e) {
            // what a client or a script does to a connection is no error of the stub's
        }
    }

    private @Nullable Script next(Peer peer) throws IOException {
        return peer.readRequest() ? scripts.get(peer.path()) : null;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "stub");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
