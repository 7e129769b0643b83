package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoListener;
import io.gatling.javaapi.core.Session;

/** Makes the listeners of connections that carry more than a step could look at one by one. */
public interface ListenerFactory {

    /** The listener of a new connection, called on its event loop. */
    SocketIoListener listener(Session session, Samples samples);

    /** A client could not connect. */
    default void refused(String reason) {
        // its sample says so
    }
}
