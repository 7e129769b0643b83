package dev.umpire.load.run;

import java.util.concurrent.TimeUnit;

/**
 * Waits, after the last event, until everything has arrived and nothing more does: also what comes too often must be
 * seen. Gives up on what is missing when nothing at all has arrived for a while.
 */
final class Drain {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Run run;
    private final Emitter emitter;
    private final long began = System.nanoTime();
    private long completeSince;

    /** Looks on the event loop of an emitter. */
    Drain(Run run, Emitter emitter) {
        this.run = run;
        this.emitter = emitter;
    }

    /** Looks whether the run is over, and comes back if it is not. */
    void look() {
        long now = System.nanoTime();
        boolean complete = run.complete();
        if (!complete || completeSince == 0) {
            completeSince = now;
        }
        long idle = now - run.meter().lastArrival(began);
        boolean done = complete && now - completeSince >= QUIET_NANOS;
        boolean hopeless = idle >= PATIENCE_NANOS || now - began >= LIMIT_NANOS;
        if (done || hopeless) {
            run.end();
        } else if (!run.over()) {
            emitter.at(now + LOOK_NANOS, this::look);
        }
    }
}
