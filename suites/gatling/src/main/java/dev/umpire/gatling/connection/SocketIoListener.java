package dev.umpire.gatling.connection;

/** Hears what one client receives, on the event loop of its connection. */
public interface SocketIoListener {

    /** An event arrived; valid during the call only. */
    void event(Arrival arrival);

    /** Something arrived that had no right to: an acknowledgement of nothing, a packet that is none. */
    void unexpected(String what);

    /** Everything that came with one read has been handed over. */
    default void drained() {
        // most look at one event after the other
    }

    /** The connection ended without being asked to. */
    void lost(String reason);
}
