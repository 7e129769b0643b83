package dev.umpire.server.engineio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An Engine.IO server: the sessions and what is made of them (Engine.IO v4, "Introduction"). Callable from any thread.
 */
public final class Engine {
    private final EngineOptions options;
    private final SessionIds ids;
    private final SessionHandler.Factory handlers;
    private final Traffic traffic = new Traffic();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;

    public Engine(EngineOptions options, SessionIds ids, SessionHandler.Factory handlers) {
        this.options = options;
        this.ids = ids;
        this.handlers = handlers;
    }

    public EngineOptions options() {
        return options;
    }

    /** The open session with this id, or null. */
    public @Nullable Session session(String sid) {
        return sessions.get(sid);
    }

    /** How many sessions are open. */
    public int count() {
        return sessions.size();
    }

    /** Whether there is no room for another session. */
    public boolean isFull() {
        return sessions.size() >= options.maxSessions();
    }

    /** How many bytes wait for the clients of all sessions; packets that several wait for count several times. */
    public long buffered() {
        return sessions.values().stream().mapToLong(Session::buffered).sum();
    }

    /** What has gone through all sessions, those that ended included. */
    public Traffic traffic() {
        return traffic;
    }

    /** How many bytes wait for the client for whom the most wait. */
    public long mostBuffered() {
        return sessions.values().stream().mapToLong(Session::buffered).max().orElse(0);
    }

    /** Opens a session by polling and answers with its open packet. To be called on {@code loop}. */
    public void openPolling(Request request, Loop loop, PollExchange exchange) {
        PollingTransport polling =
                new PollingTransport(options.maxPayload(), Revision.of(request).payloads(request));
        polling.poll(exchange);
        open(request, loop, polling);
    }

    /** Opens a session by WebSocket and sends its open packet. To be called on {@code loop}. */
    public WebSocketConnection.Listener openWebSocket(Request request, Loop loop, WebSocketConnection connection) {
        return open(request, loop, new WebSocketTransport(connection, Revision.of(request)))
                .listener(connection);
    }

    /** Ends all sessions, telling their clients; sessions that open later are ended at once. */
    public void close() {
        closed = true;
        for (Session session : sessions.values()) {
            session.close(CloseReason.SERVER_SHUTTING_DOWN);
        }
        tellEnd();
    }

    /**
     * Waits, once it was closed, until clients have taken all that was sent to them.
     *
     * @param nanos how long at most
     * @return whether they have
     */
    public boolean awaitEnd(long nanos) {
        try {
            return ended.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // whoever interrupts a shutdown is in a hurry
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tellEnd() {
        if (closed && sessions.isEmpty()) {
            ended.countDown();
        }
    }

    private Session open(Request request, Loop loop, Transport transport) {
        Session session = new Session(ids.engineId(), request, loop, options, traffic, transport, over -> {
            sessions.remove(over.id(), over);
            tellEnd();
        });
        sessions.put(session.id(), session);
        traffic.opened();
        session.open(handlers);
        if (closed) {
            session.close(CloseReason.SERVER_SHUTTING_DOWN);
        }
        return session;
    }
}
