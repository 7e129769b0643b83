package dev.umpire.server.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Handles one kind of event (Socket.IO documentation, "Listening to events"). Called on the connection's event loop,
 * one event at a time in the order of arrival; it must not block. What it throws is logged and harms nobody.
 */
@FunctionalInterface
public interface EventListener {

    /**
     * Handles one event.
     *
     * @param args without the event's name: JSON values as plain Java, and {@code byte[]}
     */
    void onEvent(List<@Nullable Object> args, Ack ack);
}
