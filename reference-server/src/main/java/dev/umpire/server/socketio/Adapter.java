package dev.umpire.server.socketio;

import java.util.Collection;
import java.util.Set;

/**
 * Keeps the rooms of one namespace and says who receives an emit (Socket.IO documentation, "Adapter"). Callable from
 * any thread; a call sees what earlier calls of the same thread did.
 */
public interface Adapter {

    /** Adds a socket to rooms; a socket unknown so far becomes a member of the namespace. */
    void join(String socketId, Collection<String> rooms);

    /** Takes a socket out of one room. */
    void leave(String socketId, String room);

    /** Takes a socket out of all rooms and out of the namespace. */
    void leaveAll(String socketId);

    /** The rooms a socket is in, as they are now; empty for an unknown socket. */
    Set<String> roomsOf(String socketId);

    /** The ids of the sockets that an emit is for, each once. */
    Collection<String> select(Selection selection);

    /**
     * How many rooms have members, those named by a socket's own id left out; 0 from an adapter that does not count.
     */
    default int roomCount() {
        return 0;
    }

    /** Makes the adapter of a namespace. */
    @FunctionalInterface
    interface Factory {
        Adapter create(String namespace);
    }
}
