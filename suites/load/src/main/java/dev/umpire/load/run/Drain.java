package dev.umpire.load.run;

import java.util.concurrent.TimeUnit;

/**
 * Waits, after the last event, until everything has arrived and nothing more does: also what comes too often must be
 * seen. Gives up on what is missing when nothing at all has arrived for as long as the server itself would wait for a
 * client that does not answer.
 */
final class Drain {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
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
        boolean done = complete && now - completeSince >= run.timing().quiet().toNanos();
        boolean hopeless = idle >= run.timing().pingTimeout().toNanos();
        if (done || hopeless) {
            run.end();
        } else if (now - began >= LIMIT_NANOS) {
            run.end("deliveries were still arriving " + TimeUnit.NANOSECONDS.toSeconds(LIMIT_NANOS)
                    + " s after the last broadcast");
        } else if (!run.over()) {
            emitter.at(now + LOOK_NANOS, this::look);
        }
    }
}
