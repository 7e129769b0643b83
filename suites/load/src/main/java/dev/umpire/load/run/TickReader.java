package dev.umpire.load.run;

import dev.umpire.gatling.connection.Arrival;
import dev.umpire.gatling.connection.MalformedEventException;
import dev.umpire.gatling.connection.SocketIoEvent;
import java.util.Arrays;

/**
 * Reads the events of a run. One as servers usually write it is read byte by byte, without an object; any other
 * spelling of the same JSON goes through the codec. Used again for every event of a client.
 */
final class TickReader {
    private static final String MAIN = "/";
    private static final int MOST_DIGITS = 15;
    private static final long NOT_USUAL = -1;

    /** No event begins so. */
    private static final byte[] NEVER = {0};

    private final Ticks ticks;
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private byte[] last = NEVER;
    private long base;
    private int stream;
    private long number;

    /** What an event is. */
    enum Kind {
        /** One of this run, as it was emitted; stream and number say which. */
        TICK,
        /** One of this run with other arguments than were emitted. */
        CORRUPTED,
        /** None of this run's. */
        OTHER
    }

    TickReader(Ticks ticks) {
        this.ticks = ticks;
    }

    /** Reads an event that arrived. */
    Kind read(Arrival arrival) {
        return usual(arrival) ? Kind.TICK : decoded(arrival);
    }

    /** Index of the stream, after a tick was read. */
    int stream() {
        return stream;
    }

    /** Number in the stream, after a tick was read. */
    long number() {
        return number;
    }

    private boolean usual(Arrival arrival) {
        byte[] tail = ticks.tail();
        bytes = arrival.bytes();
        end = arrival.to() - tail.length;
        if (arrival.from() >= end
                || !arrival.namespace().equals(MAIN)
                || !Arrays.equals(bytes, end, arrival.to(), tail, 0, tail.length)
                || !ticks.sameBytes(arrival.attachments())) {
            return false;
        }
        if (!begins(arrival.from(), last) && !named(arrival.from())) {
            return false;
        }
        long offset = digits();
        number = base + offset;
        return offset >= 0 && at == end;
    }

    /** Whether the event begins so; most begin like the one before. */
    private boolean begins(int from, byte[] beginning) {
        at = from + beginning.length;
        return at < end && Arrays.equals(bytes, from, at, beginning, 0, beginning.length);
    }

    /** Reads the name of the event. */
    private boolean named(int from) {
        last = NEVER;
        if (!begins(from, ticks.head())) {
            return false;
        }
        long index = digits();
        boolean streamed = index >= 0 && index <= Integer.MAX_VALUE && skip(':');
        base = streamed ? digits() : NOT_USUAL;
        if (base < 0 || !skip('"') || !skip(',')) {
            return false;
        }
        stream = (int) index;
        last = Arrays.copyOfRange(bytes, from, at);
        return true;
    }

    private boolean skip(char expected) {
        return at < end && bytes[at++] == expected;
    }

    /** A number without superfluous zeros, or less than 0. */
    private long digits() {
        int from = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = 10 * value + bytes[at] - '0';
            at++;
        }
        int length = at - from;
        boolean plain = length == 1 || (length > 1 && length <= MOST_DIGITS && bytes[from] != '0');
        return plain ? value : NOT_USUAL;
    }

    private Kind decoded(Arrival arrival) {
        SocketIoEvent event;
        try {
            event = arrival.event();
        } catch (MalformedEventException e) {
            return Kind.CORRUPTED;
        }
        if (!event.namespace().equals(MAIN) || !event.name().startsWith(ticks.ours())) {
            return Kind.OTHER;
        }
        String[] parts = event.name().substring(ticks.ours().length()).split(":", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,9}") || !parts[1].matches("\\d{1,15}")) {
            return Kind.OTHER;
        }
        if (!ticks.whole(event)) {
            return Kind.CORRUPTED;
        }
        last = NEVER;
        stream = Integer.parseInt(parts[0]);
        number = Long.parseLong(parts[1]) + event.arguments().get(0).asLong();
        return Kind.TICK;
    }
}
