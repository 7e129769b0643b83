package dev.umpire.gatling.step;

import io.netty.channel.EventLoop;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sees to it that the server pings in time (Engine.IO v4, "Heartbeat"). Confined to one event loop. */
final class Heartbeat {
    private final EventLoop eventLoop;
    private final long nanos;
    private final BooleanSupplier reads;
    private final Consumer<String> missed;
    private long lastSign = System.nanoTime();
    private @Nullable Future<?> look;

    /**
     * Begins.
     *
     * @param nanos longest time between pings
     * @param reads whether the client takes what the server sends; while it does not, no ping is missed
     * @param missed hears it when there was no ping in time, once
     */
    Heartbeat(EventLoop eventLoop, long nanos, BooleanSupplier reads, Consumer<String> missed) {
        this.eventLoop = eventLoop;
        this.nanos = nanos;
        this.reads = reads;
        this.missed = missed;
        lookIn(nanos);
    }

    /** The server pinged. */
    void pinged() {
        lastSign = System.nanoTime();
    }

    void stop() {
        if (look != null) {
            look.cancel(false);
        }
    }

    private void lookIn(long time) {
        look = eventLoop.schedule(this::look, time, TimeUnit.NANOSECONDS);
    }

    private void look() {
        if (!reads.getAsBoolean()) {
            lastSign = System.nanoTime();
        }
        long left = lastSign + nanos - System.nanoTime();
        if (left > 0) {
            lookIn(left);
        } else {
            missed.accept("the server sent no ping within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
        }
    }
}
