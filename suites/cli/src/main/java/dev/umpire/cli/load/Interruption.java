package dev.umpire.cli.load;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that somebody who presses Ctrl-C still gets a report: ends what is running, and holds the end of this JVM
 * up until the report is written.
 */
final class Interruption implements AutoCloseable {
    /** A report that takes longer is not waited for. */
    private static final long PATIENCE_SECONDS = 60;

    private final LoadEngine engine;
    private final PrintWriter out;
    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "load-interruption");
    private volatile boolean requested;

    private Interruption(LoadEngine engine, PrintWriter out) {
        this.engine = engine;
        this.out = out;
    }

    /** Watches from now on, until it is closed. */
    static Interruption watch(LoadEngine engine, PrintWriter out) {
        Interruption interruption = new Interruption(engine, out);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether nothing more must be begun. */
    boolean requested() {
        return requested;
    }

    void interrupt() {
        requested = true;
        out.println("interrupted: reporting what was measured until now");
        out.flush();
        engine.interrupt();
        try {
            boolean written = reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!written) {
                out.println("the report takes too long; umpire report writes it from what was recorded");
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reported.countDown();
        if (requested) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // somebody interrupts right now: the report is written, and nothing is running
        }
    }
}
