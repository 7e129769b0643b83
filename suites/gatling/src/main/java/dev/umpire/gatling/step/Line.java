package dev.umpire.gatling.step;

import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.gatling.connection.SocketIoConnection;
import dev.umpire.gatling.connection.SocketIoListener;
import dev.umpire.gatling.wire.Wire;
import dev.umpire.gatling.wire.WireListener;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client, from the attempt to its end: it stands when all namespaces are joined over the transport
 * that was asked for. Confined to one event loop.
 */
final class Line implements SocketIoConnection.Lifeline {
    private final EventLoop eventLoop;
    private final Map<String, String> namespaces;
    private final Watcher watcher;
    private @Nullable SocketIoConnection connection;
    private @Nullable Future<?> patience;
    private @Nullable Heartbeat heartbeat;
    private State state = State.BEGUN;
    private int toJoin;
    private boolean settled;

    private enum State {
        BEGUN,
        OPEN,
        STANDING,
        OVER
    }

    /** Hears how it goes. */
    interface Watcher {
        /** The line stands. */
        void stands();

        /** It never stood; once, and instead of all else. */
        void refused(String reason);

        /** The server disconnected the client from a namespace. */
        void left(String namespace, String reason);

        /** It stood, and ended without being asked to. */
        void lost(String reason);
    }

    /**
     * Prepares a connection.
     *
     * @param namespaces those to join, in order, and what the client shows there: JSON, or empty
     */
    Line(EventLoop eventLoop, Map<String, String> namespaces, Watcher watcher) {
        this.eventLoop = eventLoop;
        this.namespaces = new LinkedHashMap<>(namespaces);
        this.toJoin = namespaces.size();
        this.watcher = watcher;
    }

    /** Connects within a time. */
    void connect(SocketIoListener listener, Duration within, Function<WireListener, Wire> wires) {
        patience = eventLoop.schedule(
                () -> end("not connected within " + within.toMillis() + " ms: " + missing()),
                within.toNanos(),
                TimeUnit.NANOSECONDS);
        SocketIoConnection begun = new SocketIoConnection(listener, this, wires);
        connection = begun;
        if (state == State.OVER) {
            begun.close();
        }
    }

    private String missing() {
        if (state == State.BEGUN) {
            return "the server did not open a session";
        }
        return toJoin > 0 ? "the server did not answer CONNECT" : "the upgrade was not finished";
    }

    /** The connection. */
    SocketIoConnection connection() {
        if (connection == null) {
            throw new IllegalStateException("there is no connection yet");
        }
        return connection;
    }

    /** Ends it; nothing is said any more. */
    void close() {
        state = State.OVER;
        if (patience != null) {
            patience.cancel(false);
        }
        if (heartbeat != null) {
            heartbeat.stop();
        }
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void opened(Handshake handshake) {
        if (state == State.OVER) {
            return;
        }
        state = State.OPEN;
        SocketIoConnection open = connection();
        long nanos = handshake.pingInterval().plus(handshake.pingTimeout()).toNanos();
        heartbeat = new Heartbeat(eventLoop, nanos, open::reads, this::end);
        namespaces.forEach((namespace, auth) -> open.join(namespace, auth, this::joined));
    }

    private void joined(@Nullable String refusal) {
        if (refusal == null) {
            toJoin--;
            standIfReady();
        } else {
            end(refusal);
        }
    }

    @Override
    public void settled() {
        settled = true;
        standIfReady();
    }

    private void standIfReady() {
        if (state == State.OPEN && settled && toJoin == 0) {
            state = State.STANDING;
            if (patience != null) {
                patience.cancel(false);
            }
            watcher.stands();
        }
    }

    @Override
    public void pinged() {
        if (heartbeat != null) {
            heartbeat.pinged();
        }
    }

    @Override
    public void left(String namespace, String reason) {
        if (state == State.STANDING) {
            watcher.left(namespace, reason);
        } else {
            end(reason);
        }
    }

    @Override
    public void ended(String reason) {
        end(reason);
    }

    private void end(String reason) {
        State before = state;
        if (before == State.OVER) {
            return;
        }
        close();
        if (before == State.STANDING) {
            watcher.lost(reason);
        } else {
            watcher.refused(reason);
        }
    }
}
