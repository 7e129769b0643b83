package dev.umpire.server.socketio;

import dev.umpire.server.engineio.Outgoing;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * The events that a namespace emitted of late, each with its place in their order (Socket.IO documentation, "Connection
 * state recovery"). What is too old or too much is forgotten from the front. For one thread at a time.
 */
final class PacketLog {
    /** The place of no event: not a place of this log, or not any more. */
    static final long NOWHERE = -1;

    /** What an entry costs beside its packets: objects, references, the selection. */
    private static final int OVERHEAD = 168;

    /**
     * Some of the events.
     *
     * @param last the place of the last of them, or {@link #NOWHERE} if there are none
     */
    record Excerpt(List<Outgoing> events, long last) {}

    private record Entry(long place, long time, Selection selection, Outgoing outgoing, long size) {
        boolean isFor(String socketId, Collection<String> rooms) {
            boolean included = selection.rooms() == null || !Collections.disjoint(selection.rooms(), rooms);
            boolean excluded =
                    selection.except().contains(socketId) || !Collections.disjoint(selection.except(), rooms);
            return included && !excluded;
        }
    }

    private final String name;
    private final long maxAge;
    private final long maxBytes;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long bytes;
    private long last;

    /**
     * Makes an empty log.
     *
     * @param name tells its offsets from those of other logs
     * @param maxAge in nanoseconds
     * @param maxBytes of all entries together
     */
    PacketLog(String name, long maxAge, long maxBytes) {
        this.name = name;
        this.maxAge = maxAge;
        this.maxBytes = maxBytes;
    }

    /**
     * Adds an event, which is encoded with its offset.
     *
     * @param time now, in nanoseconds
     */
    Outgoing add(Selection selection, long time, Function<String, Outgoing> encoding) {
        Outgoing outgoing = encoding.apply(name + Long.toString(last + 1, Character.MAX_RADIX));
        last++;
        long size = OVERHEAD + outgoing.weight();
        entries.add(new Entry(last, time, selection, outgoing, size));
        bytes += size;
        while (!entries.isEmpty() && (bytes > maxBytes || time - entries.peek().time() > maxAge)) {
            bytes -= entries.remove().size();
        }
        return outgoing;
    }

    /** The place of the latest event, 0 before the first. */
    long last() {
        return last;
    }

    /** The place that an offset stands for, or {@link #NOWHERE} if this log never gave it away. */
    long place(String offset) {
        if (!offset.startsWith(name)) {
            return NOWHERE;
        }
        try {
            long place = Long.parseLong(offset.substring(name.length()), Character.MAX_RADIX);
            return place >= 1 && place <= last ? place : NOWHERE;
        } catch (NumberFormatException e) {
            return NOWHERE;
        }
    }

    /** Whether everything that came after a place is still there. */
    boolean reachesBackTo(long place) {
        return place + 1 >= last - entries.size() + 1;
    }

    /** The events after a place that were for a socket in these rooms. */
    Excerpt after(long place, String socketId, Collection<String> rooms) {
        List<Entry> found = entries.stream()
                .filter(entry -> entry.place() > place && entry.isFor(socketId, rooms))
                .toList();
        return new Excerpt(
                found.stream().map(Entry::outgoing).toList(),
                found.isEmpty() ? NOWHERE : found.get(found.size() - 1).place());
    }
}
