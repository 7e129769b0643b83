package dev.umpire.example;

import com.corundumstudio.socketio.AckMode;
import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIONamespace;
import com.corundumstudio.socketio.SocketIOServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/** A server that sends back what it hears: the echo tier of {@code fixtures/CONTRACT.md}. */
final class EchoServer {
    /** A listener has to say how many arguments it takes: beyond these they are lost. */
    private static final Class<?>[] ANYTHING =
            Collections.nCopies(64, Object.class).toArray(new Class<?>[0]);

    private final SocketIOServer server;

    EchoServer() throws IOException {
        Configuration configuration = new Configuration();
        configuration.setHostname("127.0.0.1");
        configuration.setPort(freePort());
        // short, so that the tests are
        configuration.setPingInterval(800);
        configuration.setPingTimeout(3000);
        configuration.setAckMode(AckMode.MANUAL);
        server = new SocketIOServer(configuration);
        echo(server.getNamespace(""));
        echo(server.addNamespace("/custom"));
    }

    private static void echo(SocketIONamespace namespace) {
        namespace.addConnectListener(client -> client.sendEvent(
                "auth", Objects.requireNonNullElse(client.getHandshakeData().getAuthToken(), Map.of())));
        namespace.addMultiTypeEventListener(
                "message",
                (client, data, ack) ->
                        client.sendEvent("message-back", data.getArgs().toArray()),
                ANYTHING);
        namespace.addMultiTypeEventListener(
                "message-with-ack", (client, data, ack) -> ack.sendAckData(data.getArgs()), ANYTHING);
    }

    /** The framework does not tell which port it was given: a free one is found beforehand. */
    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Starts; the port. */
    int start() {
        server.start();
        return server.getConfiguration().getPort();
    }

    void stop() {
        server.stop();
    }
}
