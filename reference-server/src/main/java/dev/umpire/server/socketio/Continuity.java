package dev.umpire.server.socketio;

import dev.umpire.server.engineio.Outgoing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What lets one socket come back after it was cut off, where its namespace offers that: who it is, what the application
 * keeps with it, and how far its client got (Socket.IO documentation, "Connection state recovery").
 */
final class Continuity {
    private final String socketId;
    private final @Nullable StateRecovery recovery;
    private final @Nullable SavedSession origin;
    private final @Nullable String pid;
    private final Map<String, Object> data;
    /** The events of the namespace up to this place were not for this socket. */
    private volatile long joined;
    /** The place of the last event that was sent to it. */
    private volatile long addressed;

    private Continuity(
            String socketId,
            @Nullable StateRecovery recovery,
            @Nullable SavedSession origin,
            @Nullable String pid,
            Map<String, Object> data) {
        this.socketId = socketId;
        this.recovery = recovery;
        this.origin = origin;
        this.pid = pid;
        this.data = data;
    }

    /**
     * That of a socket that is new.
     *
     * @param recovery null where sockets do not come back
     */
    static Continuity begin(String socketId, @Nullable StateRecovery recovery) {
        String pid = recovery == null ? null : recovery.newPid();
        return new Continuity(socketId, recovery, null, pid, new ConcurrentHashMap<>());
    }

    /** That of a socket that comes back. */
    static Continuity resume(SavedSession origin, StateRecovery recovery) {
        return new Continuity(origin.id(), recovery, origin, origin.pid(), origin.data());
    }

    String socketId() {
        return socketId;
    }

    /** The secret by which the client can claim the socket later; null where it cannot. */
    @Nullable String pid() {
        return pid;
    }

    Map<String, Object> data() {
        return data;
    }

    boolean isResumed() {
        return origin != null;
    }

    /**
     * Has the socket enter its namespace with its rooms and the events that it missed; nothing is emitted meanwhile.
     *
     * @param auth the payload of its CONNECT packet
     * @return false if what it missed is not known any more; it did not enter then
     */
    boolean enter(Map<String, ? extends @Nullable Object> auth, BiConsumer<Set<String>, List<Outgoing>> entry) {
        if (recovery == null) {
            entry.accept(Set.of(socketId), List.of());
            return true;
        }
        if (origin != null) {
            return recovery.reenter(origin, auth, missed -> {
                joined = origin.log().joined();
                addressed = Math.max(origin.log().addressed(), missed.last());
                entry.accept(origin.rooms(), missed.events());
            });
        }
        recovery.enter(last -> {
            joined = last;
            addressed = last;
            entry.accept(Set.of(socketId), List.of());
        });
        return true;
    }

    /** Notes that an event is about to be sent to the socket. */
    void address(long place) {
        addressed = place;
    }

    /** Has the socket leave its namespace, to be remembered as it was before. */
    void cutOff(Set<String> rooms, Runnable leaving) {
        if (recovery == null || pid == null) {
            leaving.run();
            return;
        }
        // in this order: what is settled by now was noted as addressed before, and what follows was not
        long left = recovery.settled();
        SavedSession.Places places = new SavedSession.Places(joined, addressed, left);
        leaving.run();
        // last: from here on it may come back
        recovery.save(new SavedSession(socketId, pid, rooms, data, places, recovery.now()));
    }

    /** Has a socket that was not let back in remembered as it was. */
    void giveBack() {
        if (recovery != null && origin != null) {
            recovery.save(origin);
        }
    }
}
