package dev.umpire.server.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees every event of a socket before the event's own listener (Socket.IO documentation, "Listening to events"). */
@FunctionalInterface
public interface AnyEventListener {
    void onEvent(String event, List<@Nullable Object> args);
}
