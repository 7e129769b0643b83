package dev.umpire.gatling.connection;

import dev.umpire.fixtures.wire.Handshake;
import java.util.List;

/** Hears what one client receives, on the event loop of its connection. */
public interface SocketIoListener {

    /** The session is open (Engine.IO v4, "Handshake"); namespaces are joined next. */
    default void opened(Handshake handshake) {
        // most have no use for what the server announces
    }

    /** An event arrived; valid during the call only. */
    void event(Arrival arrival);

    /**
     * What the event that was just handed over is acknowledged with, if the server asked for that (Node's
     * {@code emitWithAck}): nothing, unless this says otherwise.
     */
    default List<?> answer(Arrival arrival) {
        return List.of();
    }

    /**
     * Something arrived that had no right to: an acknowledgement of nothing, a packet that is none.
     *
     * @param what goes on after "the server sent"
     */
    void unexpected(String what);

    /** Everything that came with one read has been handed over. */
    default void drained() {
        // most look at one event after the other
    }

    /** The server disconnected the client from a namespace; the connection stays. As bad as its loss, by default. */
    default void left(String namespace, String reason) {
        lost(reason);
    }

    /** The connection ended without being asked to. */
    void lost(String reason);
}
