package dev.umpire.load.socketio;

import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.core.CoreComponents;
import io.gatling.core.session.Session;
import io.gatling.http.request.builder.ws.WsConnectRequestBuilder;
import io.gatling.javaapi.core.ActionBuilder;
import java.net.URI;
import java.time.Duration;

/**
 * The steps of a Socket.IO client in a Gatling scenario. They use Gatling's HTTP client with the {@code http} protocol
 * of the simulation: its headers, proxy and TLS settings hold.
 */
public final class SocketIo {
    private static final String CONNECTION = "socketio.connection";

    private SocketIo() {}

    /** What a step does when a virtual user comes to it. */
    public interface Step {
        /**
         * Takes the step; {@code next} must be run once, from any thread, when the user may go on.
         *
         * @param connection the user's connection
         */
        void take(SocketIoConnection connection, Samples samples, Runnable next);
    }

    /** Who listens to a new connection, and hears what becomes of it. */
    public interface Joining {
        /** The listener of a new connection. */
        SocketIoListener listener(Session session, Samples samples);

        /** The client was refused, and its virtual user has ended. */
        void refused(String reason);
    }

    /**
     * Connects over WebSocket and joins the main namespace; the sample of this name takes until CONNECT is answered.
     *
     * @param url address of the Socket.IO endpoint, {@code http://} or {@code https://}, with its path
     * @param timeout after which a client counts as refused
     */
    public static ActionBuilder connect(String name, URI url, Duration timeout, Joining joining) {
        WsConnectRequestBuilder request =
                (WsConnectRequestBuilder) ws(name).connect(address(url)).asScala();
        return Steps.of((context, next) -> ConnectStep.build(name, context, request, timeout, joining, next));
    }

    /** Does something with the user's connection, at once or in time. */
    public static ActionBuilder step(String name, Step step) {
        return Steps.of((context, next) -> new SocketIoAction(name, session -> {
            CoreComponents gatling = context.coreComponents();
            Runnable goOn = () -> session.eventLoop().execute(() -> next.$bang(session));
            step.take(connection(session), Samples.of(gatling, session), goOn);
        }));
    }

    /** Leaves the namespace and closes the connection. */
    public static ActionBuilder close(String name) {
        return step(name, (connection, samples, next) -> {
            connection.close();
            next.run();
        });
    }

    static Session withConnection(Session session, SocketIoConnection connection) {
        return session.set(CONNECTION, connection);
    }

    private static SocketIoConnection connection(Session session) {
        Object connection = session.attributes().apply(CONNECTION);
        if (connection instanceof SocketIoConnection known) {
            return known;
        }
        throw new IllegalStateException("the scenario has no connect step before this one");
    }

    private static String address(URI url) {
        String scheme = "https".equals(url.getScheme()) ? "wss" : "ws";
        String path = url.getRawPath().isEmpty() ? "/socket.io/" : url.getRawPath();
        return scheme + "://" + url.getRawAuthority() + path + "?EIO=4&transport=websocket";
    }
}
