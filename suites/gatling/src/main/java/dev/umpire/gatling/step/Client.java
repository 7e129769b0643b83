package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoConnection;
import dev.umpire.gatling.connection.SocketIoListener;
import dev.umpire.gatling.wire.Address;
import dev.umpire.gatling.wire.Requests;
import dev.umpire.gatling.wire.Visitor;
import dev.umpire.gatling.wire.Wires;
import io.gatling.core.session.Session;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Socket.IO client of one virtual user, with what it keeps between steps: it outlives its connections. Confined to
 * the user's event loop.
 */
final class Client {
    private static final String ATTRIBUTE = "umpire.socketio";

    private final String name;
    private final ConnectSettings settings;
    private final Requests requests;
    private final Session session;
    private final Samples samples;
    private final Address address;
    private final String namespace;
    private final Map<String, String> joined = new LinkedHashMap<>();
    private final Inbox inbox;
    private final NumberedEvents numbered;
    private final SocketIoListener listener;
    private @Nullable Line line;
    private @Nullable Future<?> reconnection;
    private @Nullable Runnable whenBack;
    private @Nullable Turn turn;
    private @Nullable String lost = "it never connected";
    private int reconnectsLeft;

    /**
     * A client that has yet to connect.
     *
     * @throws IllegalArgumentException if an expression has no value, or the url is none
     */
    Client(String name, ConnectSettings settings, Requests requests, Session session, Samples samples) {
        io.gatling.javaapi.core.Session user = new io.gatling.javaapi.core.Session(session);
        this.name = name;
        this.settings = settings;
        this.requests = requests;
        this.session = session;
        this.samples = samples;
        this.address = new Address(URI.create(settings.approach().url().apply(user)));
        this.namespace = settings.approach().namespace().apply(user);
        this.joined.put(namespace, settings.approach().auth().apply(user));
        this.inbox = new Inbox(settings.attention().kept());
        this.numbered = new NumberedEvents(settings.attention().numbered());
        this.reconnectsLeft = settings.reconnection().times();
        ListenerFactory own = settings.attention().listeners();
        this.listener = own != null
                ? own.listener(user, samples)
                : new ToSteps(
                        name, samples, inbox, numbered, settings.attention().answers());
    }

    /** The client of a virtual user, or null if it has none. */
    static @Nullable Client of(Session session) {
        return session.contains(ATTRIBUTE) && session.attributes().apply(ATTRIBUTE) instanceof Client client
                ? client
                : null;
    }

    Session keptIn(Session virtualUser) {
        return virtualUser.set(ATTRIBUTE, this);
    }

    /**
     * Connects and joins its namespaces.
     *
     * @param then gets null, or why that failed; once
     */
    void connect(Consumer<@Nullable String> then) {
        Line attempt = new Line(session.eventLoop(), joined, new Watcher(then));
        line = attempt;
        attempt.connect(
                listener,
                settings.approach().within(),
                wire -> Wires.connect(settings.approach().transport(), requests, new Visitor(session), address, wire));
    }

    /** Does what a step has to do, as soon as there is a connection; the step fails if there is none any more. */
    void whenConnected(Turn next, Runnable step) {
        if (lost == null) {
            turn = next;
            step.run();
        } else if (reconnection == null) {
            next.failed("there is no connection: " + lost);
        } else {
            whenBack = () -> whenConnected(next, step);
        }
    }

    /** Closes the connection, and says what was lost until then. */
    void close() {
        numbered.lost().forEach(what -> samples.ko(name, 0, what));
        numbered.forget();
        if (reconnection != null) {
            reconnection.cancel(false);
            reconnection = null;
        }
        if (lost == null) {
            lost = "it was closed";
        }
        if (line != null) {
            line.close();
        }
    }

    /** Why there is no connection, or null if there is one. */
    @Nullable String lost() {
        return lost;
    }

    /** The namespace that steps mean unless they say otherwise. */
    String namespace() {
        return namespace;
    }

    boolean isIn(String where) {
        return joined.containsKey(where);
    }

    void joined(String where, String auth) {
        joined.put(where, auth);
    }

    void left(String where) {
        joined.remove(where);
    }

    Inbox inbox() {
        return inbox;
    }

    /** The connection. */
    SocketIoConnection current() {
        if (line == null) {
            throw new IllegalStateException("there is no connection yet");
        }
        return line.connection();
    }

    private void reconnectLater() {
        reconnection = reconnectsLeft-- <= 0
                ? null
                : session.eventLoop()
                        .schedule(
                                this::reconnect, settings.reconnection().delay().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void reconnect() {
        long began = System.nanoTime();
        connect(refusal -> {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (refusal == null) {
                reconnection = null;
                samples.ok(name + ", again", millis);
            } else {
                samples.ko(name + ", again", millis, refusal);
                reconnectLater();
            }
            goOnUnlessReconnecting();
        });
    }

    private void goOnUnlessReconnecting() {
        if (reconnection == null && lost != null && turn != null) {
            turn.failed("there is no connection: " + lost);
        }
        Runnable waiting = whenBack;
        if (waiting != null && reconnection == null) {
            whenBack = null;
            waiting.run();
        }
    }

    /** What becomes of one connection. */
    private final class Watcher implements Line.Watcher {
        private final Consumer<@Nullable String> outcome;

        Watcher(Consumer<@Nullable String> outcome) {
            this.outcome = outcome;
        }

        @Override
        public void stands() {
            lost = null;
            outcome.accept(null);
        }

        @Override
        public void refused(String reason) {
            lost = reason;
            outcome.accept(reason);
        }

        @Override
        public void left(String where, String reason) {
            joined.remove(where);
            listener.left(where, reason);
            if (joined.isEmpty()) {
                // nothing is left to talk about: as other clients do, it neither stays nor comes back
                lost = reason;
                current().close();
            }
            if (turn != null && turn.dependsOn(where)) {
                turn.failed(reason);
            }
        }

        @Override
        public void lost(String reason) {
            lost = reason;
            listener.lost(reason);
            reconnectLater();
            if (turn != null && (reconnection == null || !turn.outlivesConnection())) {
                turn.failed("the connection was lost: " + reason);
            }
        }
    }
}
