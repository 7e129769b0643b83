package dev.umpire.suites.engineio;

import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.wire.Timing;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Whether a session is led fast enough for its heartbeat. One that is led by hand is polled only when the rule says so:
 * on a busy machine its ping may stay unanswered, and then its end is not the target's fault.
 */
final class Pace {
    private static final int ATTEMPTS = 5;

    private final long interval;
    private final long timeout;
    private long due;

    Pace(Timing timing) {
        this.interval = timing.pingInterval().toNanos();
        this.timeout = timing.pingTimeout().toNanos();
        answered();
    }

    /** Notes that the client answered a ping. */
    void answered() {
        due = System.nanoTime() + (interval + timeout) / 10 * 9;
    }

    /** Notes that a poll, sent at this {@link System#nanoTime()}, was answered and brought no ping to be answered. */
    void notPinged(long asked) {
        due = Math.max(due, asked + timeout / 10 * 9);
    }

    /** Whether the target may by now take the client for dead, by the client's own fault. */
    boolean overdue() {
        return System.nanoTime() > due;
    }

    /**
     * Opens a session, and another one if that took so long that its first ping would soon cut across the rule, or that
     * the target gave it up meanwhile.
     */
    static <T> T briskly(Timing timing, Supplier<T> opening) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            long began = System.nanoTime();
            try {
                T session = opening.get();
                if (since(began).compareTo(timing.pingInterval().dividedBy(3)) < 0) {
                    return session;
                }
            } catch (Blocked e) {
                boolean slow = since(began).compareTo(timing.pingInterval()) > 0;
                // an answer that was waited for in vain is no matter of pace
                if (!slow || since(began).compareTo(timing.await()) > 0) {
                    throw e;
                }
            }
        }
        return opening.get();
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
