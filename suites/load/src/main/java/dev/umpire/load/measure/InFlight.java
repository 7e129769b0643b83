package dev.umpire.load.measure;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * How many receivers each broadcast has yet to reach, and if wanted how long it took to the last; safe to use from any
 * thread. A run of more broadcasts than it remembers forgets the oldest.
 */
public final class InFlight {
    private static final int MOST_REMEMBERED = 1 << 20;

    private final AtomicIntegerArray remaining;
    private final @Nullable AtomicIntegerArray took;

    /**
     * Remembers so many broadcasts, if they are not too many.
     *
     * @param timed whether it remembers how long each took, too
     */
    public InFlight(long broadcasts, boolean timed) {
        int size = (int) Math.max(1, Math.min(broadcasts, MOST_REMEMBERED));
        remaining = new AtomicIntegerArray(size);
        took = timed ? new AtomicIntegerArray(size) : null;
    }

    /** A broadcast is emitted now; true if the one that it makes forgotten had not reached everybody. */
    public boolean emitted(long number, int audience) {
        return remaining.getAndSet(slot(number), audience) > 0;
    }

    /** A broadcast reached one more receiver; true if it was the last one. */
    public boolean delivered(long number) {
        return remaining.decrementAndGet(slot(number)) == 0;
    }

    /** A broadcast took so many microseconds, at most 35 minutes, to its last receiver. */
    public void took(long number, long micros) {
        if (took != null) {
            took.set(slot(number), (int) Math.min(Integer.MAX_VALUE, 1 + Math.max(0, micros)));
        }
    }

    /** How many microseconds a broadcast took, plus one; 0 if that is not known. */
    public int tookPlusOne(long number) {
        return took == null ? 0 : took.get(slot(number));
    }

    /** How many receivers a remembered broadcast has yet to reach. */
    public int remaining(long number) {
        return remaining.get(slot(number));
    }

    /** Remembered broadcasts that have not reached everybody. */
    public int incomplete() {
        int incomplete = 0;
        for (int i = 0; i < remaining.length(); i++) {
            if (remaining.get(i) > 0) {
                incomplete++;
            }
        }
        return incomplete;
    }

    private int slot(long number) {
        return (int) (number % remaining.length());
    }
}
