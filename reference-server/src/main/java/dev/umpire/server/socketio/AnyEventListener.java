package dev.umpire.server.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees every event of a socket before the event's own listener. */
@FunctionalInterface
public interface AnyEventListener {
    void onEvent(String event, List<@Nullable Object> args);
}
