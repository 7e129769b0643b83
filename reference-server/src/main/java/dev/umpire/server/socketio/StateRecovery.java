package dev.umpire.server.socketio;

import dev.umpire.server.engineio.Outgoing;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one namespace remembers so that clients can come back: the events that they may miss, and the sockets that were
 * cut off (Socket.IO documentation, "Connection state recovery"). Callable from any thread. An emit, and a socket's
 * entry, happen one at a time: in between, an event would be missing for the socket, or reach it twice.
 */
final class StateRecovery {
    /** More sockets than this are not remembered; those that have been away longest are forgotten. */
    private static final int MAX_SESSIONS = 10_000;

    private final Recovery options;
    private final Supplier<String> secrets;
    private final LongSupplier clock;
    /** Guarded by this. */
    private final PacketLog log;
    /** Guarded by itself. In the order of leaving, so that what expires first comes first. */
    private final Map<String, SavedSession> sessions = new LinkedHashMap<>();
    /** The last event that was handed to all who receive it. */
    private volatile long settled;

    /**
     * Remembers nothing yet.
     *
     * @param secrets where unguessable ids come from
     * @param clock in nanoseconds
     */
    StateRecovery(Recovery options, Supplier<String> secrets, LongSupplier clock) {
        this.options = options;
        this.secrets = secrets;
        this.clock = clock;
        String name = secrets.get().substring(0, 8) + '.';
        this.log = new PacketLog(name, options.maxDisconnection().toNanos(), options.maxLogBytes());
    }

    /** Whether a client that comes back passes the middleware unasked. */
    boolean skipsMiddleware() {
        return options.skipsMiddleware();
    }

    /** A private session id, by which a client can claim its socket later. */
    String newPid() {
        return secrets.get();
    }

    /**
     * Emits an event, remembering it.
     *
     * @param encoding given the offset, the event that carries it
     * @param delivery takes what was encoded, and its place in the log
     */
    synchronized void emit(Selection selection, Function<String, Outgoing> encoding, Delivery delivery) {
        Outgoing outgoing = log.add(selection, clock.getAsLong(), encoding);
        delivery.deliver(outgoing, log.last());
        settled = log.last();
    }

    /** The clock by which sockets expire, in nanoseconds. */
    long now() {
        return clock.getAsLong();
    }

    /** The place up to which every event has been handed to whom it was for. */
    long settled() {
        return settled;
    }

    /** Lets a new socket in; {@code entry} takes the place of the latest event that it is too late for. */
    synchronized void enter(LongConsumer entry) {
        entry.accept(log.last());
    }

    /** Remembers a socket that was cut off, or was claimed but could not come back. */
    void save(SavedSession session) {
        synchronized (sessions) {
            sessions.put(session.pid(), session);
            Iterator<SavedSession> oldest = sessions.values().iterator();
            while (oldest.hasNext()) {
                if (!isExpired(oldest.next()) && sessions.size() <= MAX_SESSIONS) {
                    break;
                }
                oldest.remove();
            }
        }
    }

    /** Whether a client may still come back. */
    boolean awaitsAnyone() {
        synchronized (sessions) {
            return sessions.values().stream().anyMatch(session -> !isExpired(session));
        }
    }

    /**
     * Takes out the socket that a client claims with the payload of its CONNECT packet, so that nobody else gets it.
     *
     * @return null if there is none, it stayed away for too long, or what it missed is not known any more
     */
    @Nullable SavedSession claim(Map<String, ? extends @Nullable Object> auth) {
        if (!(auth.get("pid") instanceof String pid)) {
            return null;
        }
        SavedSession session;
        synchronized (sessions) {
            session = sessions.remove(pid);
        }
        return session == null || isExpired(session) || missed(session, auth) == null ? null : session;
    }

    /**
     * Lets a claimed socket back in, unless what it missed was forgotten in the meantime.
     *
     * @param entry takes what it missed; nothing is emitted meanwhile
     * @return whether it is back
     */
    synchronized boolean reenter(
            SavedSession session, Map<String, ? extends @Nullable Object> auth, Consumer<PacketLog.Excerpt> entry) {
        PacketLog.Excerpt missed = missed(session, auth);
        if (missed != null) {
            entry.accept(missed);
        }
        return missed != null;
    }

    private synchronized PacketLog.@Nullable Excerpt missed(
            SavedSession session, Map<String, ? extends @Nullable Object> auth) {
        SavedSession.Places places = session.log();
        // a client that received no event yet knows no offset
        long offset = auth.get("offset") == null ? places.joined() : log.place(String.valueOf(auth.get("offset")));
        if (offset == PacketLog.NOWHERE || offset < places.joined()) {
            return null;
        }
        long from = places.resume(offset);
        return log.reachesBackTo(from) ? log.after(from, session.id(), session.rooms()) : null;
    }

    private boolean isExpired(SavedSession session) {
        return clock.getAsLong() - session.time() > options.maxDisconnection().toNanos();
    }

    /** Hands an event to its receivers. */
    @FunctionalInterface
    interface Delivery {
        void deliver(Outgoing outgoing, long place);
    }
}
