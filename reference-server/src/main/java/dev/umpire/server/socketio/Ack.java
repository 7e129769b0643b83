package dev.umpire.server.socketio;

import org.jspecify.annotations.Nullable;

/**
 * The acknowledgement of one event, for its handler to send: at most once, from any thread, now or later (Socket.IO v5,
 * "Acknowledgement").
 */
public interface Ack {

    /** Whether the client asked for an acknowledgement; if not, {@link #send} does nothing. */
    boolean isRequested();

    /** Answers with these arguments; calls after the first do nothing. */
    void send(@Nullable Object... args);
}
