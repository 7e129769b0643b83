package dev.umpire.server.engineio;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The HTTP requests of one session (Engine.IO v4, "HTTP long-polling"). Callable from any thread. */
public final class PollingRequests {
    private final Session session;

    PollingRequests(Session session) {
        this.session = session;
    }

    /** Takes a GET: answered at once if there are packets, else when there are. */
    public void poll(PollExchange exchange) {
        session.run(() -> {
            session.endIfTimedOut();
            PollingTransport polling = polling();
            if (polling == null) {
                exchange.refuse(refusal());
            } else if (polling.hasPoll()) {
                // "a client MUST NOT have more than one active GET request": 400, and the session is closed
                session.end().reach(CloseReason.TRANSPORT_ERROR);
                exchange.refuse(EngineError.BAD_REQUEST);
            } else {
                polling.poll(exchange);
                session.end().fetched();
            }
        });
    }

    /** Says that the client of a GET is gone. */
    public void abort(PollExchange exchange) {
        session.run(() -> {
            PollingTransport polling = polling();
            if (polling != null && polling.abort(exchange)) {
                session.end().reach(CloseReason.TRANSPORT_ERROR);
            }
        });
    }

    /** Takes the head of a POST: from here on it is the active one. */
    public void begin(DataExchange exchange) {
        session.run(() -> {
            PollingTransport polling = polling();
            if (polling == null) {
                exchange.refuse(refusal());
            } else if (!polling.begin(exchange)) {
                session.end().reach(CloseReason.TRANSPORT_ERROR);
                exchange.refuse(EngineError.BAD_REQUEST);
            }
        });
    }

    /** Takes the body of a POST, after its head. */
    public void data(DataExchange exchange, String body) {
        data(exchange, () -> session.inbox().receivePayload(body));
    }

    /** The same, for a body of bytes, which Engine.IO v3 has. */
    public void data(DataExchange exchange, byte[] body) {
        data(exchange, () -> session.inbox().receivePayload(body));
    }

    /** Whether the body of a POST may be bytes. */
    public boolean takesBytes() {
        return session.revision() == Revision.V3;
    }

    private void data(DataExchange exchange, BooleanSupplier receive) {
        session.run(() -> {
            PollingTransport polling = polling();
            // one that is not the active one any more has been answered already
            if (polling != null && polling.end(exchange)) {
                if (receive.getAsBoolean()) {
                    session.end().afterwards(exchange::complete);
                } else {
                    exchange.refuse(EngineError.BAD_REQUEST);
                }
            }
        });
    }

    /** Ends a POST whose body is not to be handled; the session goes on. */
    public void drop(DataExchange exchange) {
        session.run(() -> {
            PollingTransport polling = polling();
            if (polling != null) {
                polling.end(exchange);
            }
        });
    }

    /** Ends a POST that breaks the protocol or whose client is gone; the session ends too. */
    public void fail(DataExchange exchange) {
        session.run(() -> {
            PollingTransport polling = polling();
            if (polling != null && polling.end(exchange)) {
                session.end().reach(CloseReason.TRANSPORT_ERROR);
                exchange.refuse(EngineError.BAD_REQUEST);
            }
        });
    }

    private @Nullable PollingTransport polling() {
        return session.end().isReached() ? null : session.polling();
    }

    private EngineError refusal() {
        return session.end().isReached() ? EngineError.UNKNOWN_SID : EngineError.BAD_REQUEST;
    }
}
