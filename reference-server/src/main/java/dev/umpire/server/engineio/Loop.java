package dev.umpire.server.engineio;

import java.time.Duration;

/** The one thread that a session lives on. */
public interface Loop {

    /** Whether the caller runs on this loop. */
    boolean isCurrent();

    /** Runs a task on this loop, after all tasks that were handed over before. Callable from any thread. */
    void execute(Runnable task);

    /** Runs a task on this loop after a delay. */
    Timer schedule(Duration delay, Runnable task);

    /** The clock that {@link #schedule} goes by, in nanoseconds since some moment. */
    long nanoTime();

    /** A task that has yet to run. */
    @FunctionalInterface
    interface Timer {
        /** Prevents the task from running, if it has not run yet. */
        void cancel();
    }
}
