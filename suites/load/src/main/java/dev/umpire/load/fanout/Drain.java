package dev.umpire.load.fanout;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Waits, after the last broadcast, until everything has arrived and nothing more does: also what comes too often must
 * be seen. Gives up on what is missing when nothing at all has arrived for a while.
 */
final class Drain {
    private static final long LOOK_MILLIS = 20;
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final FanOut run;
    private final EventLoop eventLoop;
    private final long began = System.nanoTime();
    private long completeSince;

    Drain(FanOut run, EventLoop eventLoop) {
        this.run = run;
        this.eventLoop = eventLoop;
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
            again();
        }
    }

    private void again() {
        Future<?> turn = eventLoop.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        turn.addListener(ended -> {
            if (ended.cause() != null) {
                run.end("the harness failed: " + ended.cause());
            }
        });
    }
}
