package dev.umpire.server.engineio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one session ends: at once, or when a polling client has fetched its last packets. Confined to the session's loop,
 * except the questions what state it is in.
 */
final class SessionEnd {
    /** How long the close packet of a client waits for a GET that was sent before it on another connection. */
    private static final Duration OVERTAKEN_GET = Duration.ofMillis(50);

    private enum State {
        OPEN,
        /** Closed, but a polling client has yet to fetch its last packets. */
        CLOSING,
        CLOSED
    }

    private final Session session;
    private final Duration patience;
    private volatile State state = State.OPEN;
    private @Nullable Runnable afterwards;

    /**
     * Waits for the end of an open session.
     *
     * @param patience how long a polling client may take to fetch its last packets
     */
    SessionEnd(Session session, Duration patience) {
        this.session = session;
        this.patience = patience;
    }

    /** Whether the session goes on. */
    boolean isAhead() {
        return state == State.OPEN;
    }

    /** Whether nothing is left of the session. */
    boolean isReached() {
        return state == State.CLOSED;
    }

    /** Ends the session now, telling the client as far as its transport allows. */
    void reach(CloseReason reason) {
        if (state != State.OPEN) {
            // a closing session has told its handler; only its client's fetching is left
            if (!reason.isByServer()) {
                finish();
            }
            return;
        }
        session.transport().close(reason);
        stop(reason);
        PollingTransport polling = session.polling();
        if (reason.isByServer() && polling != null && !polling.isDrained()) {
            session.loop().schedule(patience, this::finish);
        } else {
            finish();
        }
    }

    /** Ends the session as its client asked, with a close packet (Engine.IO v4, "Protocol"). */
    void reachByClient() {
        PollingTransport polling = session.polling();
        if (polling == null || polling.closedByClient()) {
            reach(CloseReason.TRANSPORT_CLOSE);
        } else {
            stop(CloseReason.TRANSPORT_CLOSE);
            afterwards = () -> {};
            session.loop().schedule(OVERTAKEN_GET, this::finish);
        }
    }

    /** Runs a task now, or when a client that is leaving has left. */
    void afterwards(Runnable task) {
        if (afterwards != null && state == State.CLOSING) {
            afterwards = task;
        } else {
            task.run();
        }
    }

    /** Says that a GET has taken all that a closing session had left. */
    void fetched() {
        PollingTransport polling = session.polling();
        if (state == State.CLOSING && polling != null && polling.isDrained()) {
            finish();
        }
    }

    /** Says that the session is carried by a WebSocket from now on, which needs no fetching. */
    void upgraded(WebSocketConnection connection) {
        if (state == State.CLOSING) {
            connection.close(WebSocketConnection.NORMAL_CLOSURE);
            finish();
        }
    }

    private void stop(CloseReason reason) {
        state = State.CLOSING;
        session.stopped(reason);
    }

    private void finish() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        session.finished();
        if (afterwards != null) {
            afterwards.run();
        }
    }
}
