package dev.umpire.load.fanout;

import dev.umpire.load.socketio.Samples;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What went wrong in a run, counted, each fault also a failed sample; safe to use from any thread. */
final class Faults {
    private static final String DELIVERY = "delivery";
    private static final String CONNECTION = "connection";

    /** A server that gets everything wrong must not fill Gatling's log. */
    static final long MOST_SAMPLES = 1_000;

    private final LongAdder samplesLogged = new LongAdder();
    private final LongAdder duplicated = new LongAdder();
    private final LongAdder disordered = new LongAdder();
    private final LongAdder strayed = new LongAdder();
    private final LongAdder corrupted = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final AtomicReference<@Nullable String> first = new AtomicReference<>();

    void duplicated(Samples samples, String what, boolean measured) {
        count(duplicated, measured);
        report(samples, DELIVERY, "delivery duplicated", what);
    }

    void disordered(Samples samples, String what, boolean measured) {
        count(disordered, measured);
        report(samples, DELIVERY, "delivery out of order", what);
    }

    void strayed(Samples samples, String what) {
        strayed.increment();
        report(samples, DELIVERY, "delivery to a client that it was not meant for", what);
    }

    void corrupted(Samples samples, String what) {
        corrupted.increment();
        report(samples, DELIVERY, "delivery with other arguments than were emitted", what);
    }

    void connectionLost(Samples samples, String what, String reason) {
        connections.increment();
        report(samples, CONNECTION, reason, what + ": " + reason);
    }

    long duplicated() {
        return duplicated.sum();
    }

    long disordered() {
        return disordered.sum();
    }

    long strayed() {
        return strayed.sum();
    }

    long corrupted() {
        return corrupted.sum();
    }

    long connectionsLost() {
        return connections.sum();
    }

    /** The first fault in words, or null. */
    @Nullable String first() {
        return first.get();
    }

    /** Faults of the warm-up stand in the verdict, through the checkers, but not in the figures. */
    private static void count(LongAdder counter, boolean measured) {
        if (measured) {
            counter.increment();
        }
    }

    private void report(Samples samples, String name, String message, String what) {
        first.compareAndSet(null, what);
        if (samplesLogged.sum() < MOST_SAMPLES) {
            samplesLogged.increment();
            samples.ko(name, 0, message);
        }
    }
}
