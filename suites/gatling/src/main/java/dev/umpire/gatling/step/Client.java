package dev.umpire.gatling.step;

import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.gatling.connection.Arrival;
import dev.umpire.gatling.connection.MalformedEventException;
import dev.umpire.gatling.connection.SocketIoConnection;
import dev.umpire.gatling.connection.SocketIoEvent;
import dev.umpire.gatling.connection.SocketIoListener;
import dev.umpire.gatling.wire.Address;
import dev.umpire.gatling.wire.Requests;
import dev.umpire.gatling.wire.Wires;
import io.gatling.core.session.Session;
import java.net.URI;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Socket.IO client of one virtual user, with what it keeps between steps; confined to the user's event loop. */
public final class Client implements SocketIoConnection.Lifeline {
    private static final String ATTRIBUTE = "umpire.socketio";

    private final String name;
    private final ConnectSettings settings;
    private final Requests requests;
    private final Session session;
    private final io.gatling.javaapi.core.Session user;
    private final Samples samples;
    private final Inbox inbox = new Inbox();
    private final NumberedEvents numbered;
    private final SocketIoListener listener;
    private Consumer<@Nullable String> outcome = refusal -> {};
    private @Nullable SocketIoConnection connection;
    private @Nullable Future<?> patience;
    private @Nullable Future<?> heartbeat;
    private @Nullable Future<?> reconnection;
    private @Nullable String lost = "it never connected";
    private long lastSign;
    private int reconnectsLeft;
    private boolean joined;
    private boolean settled;

    Client(String name, ConnectSettings settings, Requests requests, Session session, Samples samples) {
        this.name = name;
        this.settings = settings;
        this.requests = requests;
        this.session = session;
        this.user = new io.gatling.javaapi.core.Session(session);
        this.samples = samples;
        this.numbered = new NumberedEvents(settings.numbered());
        this.reconnectsLeft = settings.reconnects();
        ListenerFactory own = settings.listeners();
        this.listener = own == null ? new ToSteps() : own.listener(user, samples);
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
     * Connects and joins the namespace.
     *
     * @param then gets null, or why that failed; once
     */
    void connect(Consumer<@Nullable String> then) {
        joined = false;
        settled = false;
        outcome = then;
        patience = session.eventLoop()
                .schedule(
                        () -> refuse("not connected within " + settings.within().toMillis() + " ms"),
                        settings.within().toMillis(),
                        TimeUnit.MILLISECONDS);
        Address address;
        try {
            address = new Address(URI.create(settings.url().apply(user)));
        } catch (IllegalArgumentException e) {
            refuse(e.getMessage());
            return;
        }
        connection = new SocketIoConnection(
                listener, this, wire -> Wires.connect(settings.transport(), requests, session, address, wire));
    }

    @Override
    public void opened(Handshake handshake) {
        watch(handshake.pingInterval().plus(handshake.pingTimeout()).toNanos());
        current().join(settings.namespace(), settings.auth().apply(user), refusal -> {
            joined = true;
            if (refusal == null) {
                connectedIfReady();
            } else {
                refuse(refusal);
            }
        });
    }

    @Override
    public void settled() {
        settled = true;
        connectedIfReady();
    }

    private void connectedIfReady() {
        if (joined && settled) {
            lost = null;
            conclude(null);
        }
    }

    private void refuse(String reason) {
        lost = reason;
        if (connection != null) {
            connection.close();
        }
        conclude(reason);
    }

    private void conclude(@Nullable String refusal) {
        stop(patience);
        Consumer<@Nullable String> then = outcome;
        outcome = late -> {};
        then.accept(refusal);
    }

    /** The server has to ping in time (Engine.IO v4, "Heartbeat"). */
    private void watch(long nanos) {
        lastSign = System.nanoTime();
        heartbeat = session.eventLoop().schedule(() -> lookForPing(nanos), nanos, TimeUnit.NANOSECONDS);
    }

    private void lookForPing(long nanos) {
        if (!current().reads()) {
            lastSign = System.nanoTime();
        }
        long left = lastSign + nanos - System.nanoTime();
        if (left > 0) {
            heartbeat = session.eventLoop().schedule(() -> lookForPing(nanos), left, TimeUnit.NANOSECONDS);
        } else if (lost == null) {
            current().close();
            ended("the server sent no ping within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
        }
    }

    @Override
    public void pinged() {
        lastSign = System.nanoTime();
    }

    @Override
    public void ended(String reason) {
        stop(heartbeat);
        if (lost == null) {
            listener.lost(reason);
        } else {
            refuse(reason);
        }
    }

    private void stop(@Nullable Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }

    /** Closes the connection, and says what was lost until then. */
    void close() {
        stop(heartbeat);
        stop(reconnection);
        numbered.lost().forEach(what -> samples.ko(name, 0, what));
        if (lost == null) {
            lost = "it was closed";
            current().close();
        }
    }

    /** Why there is no connection, or null if there is one. */
    @Nullable String lost() {
        return lost;
    }

    String namespace() {
        return settings.namespace();
    }

    Inbox inbox() {
        return inbox;
    }

    /** The connection. */
    SocketIoConnection current() {
        if (connection == null) {
            throw new IllegalStateException("there is no connection yet");
        }
        return connection;
    }

    private void reconnectLater() {
        if (reconnectsLeft-- > 0) {
            reconnection = session.eventLoop()
                    .schedule(this::reconnect, settings.delay().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void reconnect() {
        long began = System.nanoTime();
        connect(refusal -> {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            if (refusal == null) {
                samples.ok(name + ", again", millis);
            } else {
                samples.ko(name + ", again", millis, refusal);
                reconnectLater();
            }
        });
    }

    /** Hands events to the steps that expect them. */
    private final class ToSteps implements SocketIoListener {
        @Override
        public void event(Arrival arrival) {
            SocketIoEvent event;
            try {
                event = arrival.event();
            } catch (MalformedEventException e) {
                samples.ko(name, 0, e.getMessage());
                return;
            }
            String wrong = numbered.judge(event);
            if (wrong != null) {
                samples.ko(name, 0, wrong);
            }
            inbox.add(event);
        }

        @Override
        public void unexpected(String what) {
            samples.ko(name, 0, "the server sent " + what);
        }

        @Override
        public void lost(String reason) {
            lost = reason;
            samples.ko(name, 0, reason);
            reconnectLater();
        }
    }
}
