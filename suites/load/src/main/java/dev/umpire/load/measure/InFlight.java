package dev.umpire.load.measure;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How many receivers each broadcast has yet to reach; safe to use from any thread. A run of more broadcasts than it
 * remembers forgets the oldest.
 */
public final class InFlight {
    private static final int MOST_REMEMBERED = 1 << 20;

    private final AtomicIntegerArray remaining;

    public InFlight(long broadcasts) {
        remaining = new AtomicIntegerArray((int) Math.max(1, Math.min(broadcasts, MOST_REMEMBERED)));
    }

    /** A broadcast is emitted now; true if the one that it makes forgotten had not reached everybody. */
    public boolean emitted(long number, int audience) {
        return remaining.getAndSet(slot(number), audience) > 0;
    }

    /** A broadcast reached one more receiver; true if it was the last one. */
    public boolean delivered(long number) {
        return remaining.decrementAndGet(slot(number)) == 0;
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
