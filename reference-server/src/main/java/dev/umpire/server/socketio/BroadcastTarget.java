package dev.umpire.server.socketio;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anything that emits to many: a server, a namespace. */
public interface BroadcastTarget {

    /** The emit that the methods below refine. */
    BroadcastOperator broadcastTo(Selection selection);

    /** Emits to everybody. */
    default void emit(String event, @Nullable Object... args) {
        broadcastTo(Selection.ALL).emit(event, args);
    }

    /** Emits the event {@code message} to everybody. */
    default void send(@Nullable Object... args) {
        emit("message", args);
    }

    /** Only the members of these rooms, each once; without rooms nobody. */
    default BroadcastOperator to(String... rooms) {
        return broadcastTo(Selection.ALL.to(rooms));
    }

    /** The same as {@link #to}. */
    default BroadcastOperator in(String... rooms) {
        return to(rooms);
    }

    /** Nobody who is in one of these rooms. */
    default BroadcastOperator except(String... rooms) {
        return broadcastTo(Selection.ALL.except(rooms));
    }

    /** Drops the emit for each client that cannot take it at once. */
    default BroadcastOperator volatile_() {
        return broadcastTo(Selection.ALL).volatile_();
    }

    /** Limits the time for answers. */
    default BroadcastOperator timeout(Duration timeout) {
        return broadcastTo(Selection.ALL).timeout(timeout);
    }

    /** The sockets that are connected now. */
    default List<Socket> fetchSockets() {
        return broadcastTo(Selection.ALL).fetchSockets();
    }
}
