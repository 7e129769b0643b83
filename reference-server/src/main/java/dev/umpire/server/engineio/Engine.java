package dev.umpire.server.engineio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An Engine.IO server: the sessions and what is made of them. Callable from any thread. */
public final class Engine {
    private final EngineOptions options;
    private final SessionIds ids;
    private final SessionHandler.Factory handlers;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
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

    /** How many bytes wait for the clients of all sessions; packets that several wait for count several times. */
    public long buffered() {
        return sessions.values().stream().mapToLong(Session::buffered).sum();
    }

    /** Opens a session by polling and answers with its open packet. To be called on {@code loop}. */
    public void openPolling(Request request, Loop loop, PollExchange exchange) {
        PollingTransport polling = new PollingTransport(options.maxPayload());
        polling.poll(exchange);
        open(request, loop, polling);
    }

    /** Opens a session by WebSocket and sends its open packet. To be called on {@code loop}. */
    public WebSocketConnection.Listener openWebSocket(Request request, Loop loop, WebSocketConnection connection) {
        return open(request, loop, new WebSocketTransport(connection)).listener(connection);
    }

    /** Ends all sessions, telling their clients; sessions that open later are ended at once. */
    public void close() {
        closed = true;
        for (Session session : sessions.values()) {
            session.close(CloseReason.SERVER_SHUTTING_DOWN);
        }
    }

    private Session open(Request request, Loop loop, Transport transport) {
        Session session = new Session(ids.engineId(), request, loop, options, transport, ended -> {
            sessions.remove(ended.id(), ended);
        });
        sessions.put(session.id(), session);
        session.open(handlers);
        if (closed) {
            session.close(CloseReason.SERVER_SHUTTING_DOWN);
        }
        return session;
    }
}
