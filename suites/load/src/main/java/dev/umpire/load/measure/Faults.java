package dev.umpire.load.measure;

import dev.umpire.gatling.step.Samples;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What went wrong in a run, counted, each fault also a failed sample; safe to use from any thread. */
public final class Faults {
    private static final String DELIVERY = "delivery";
    private static final String CONNECTION = "connection";

    /** A server that gets everything wrong must not fill Gatling's log. */
    public static final long MOST_SAMPLES = 1_000;

    private final LongAdder samplesLogged = new LongAdder();
    private final LongAdder duplicated = new LongAdder();
    private final LongAdder disordered = new LongAdder();
    private final LongAdder strayed = new LongAdder();
    private final LongAdder corrupted = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final AtomicReference<@Nullable String> first = new AtomicReference<>();

    public void duplicated(Samples samples, String what) {
        duplicated.increment();
        report(samples, DELIVERY, "delivery duplicated", what);
    }

    public void disordered(Samples samples, String what) {
        disordered.increment();
        report(samples, DELIVERY, "delivery out of order", what);
    }

    public void strayed(Samples samples, String what) {
        strayed.increment();
        report(samples, DELIVERY, "delivery to a client that it was not meant for", what);
    }

    public void corrupted(Samples samples, String what) {
        corrupted.increment();
        report(samples, DELIVERY, "delivery with other arguments than were emitted", what);
    }

    public void connectionLost(Samples samples, String what, String reason) {
        connections.increment();
        report(samples, CONNECTION, reason, what + ": " + reason);
    }

    public long duplicated() {
        return duplicated.sum();
    }

    public long disordered() {
        return disordered.sum();
    }

    public long strayed() {
        return strayed.sum();
    }

    public long corrupted() {
        return corrupted.sum();
    }

    public long connectionsLost() {
        return connections.sum();
    }

    /** The first fault in words, or null. */
    public @Nullable String first() {
        return first.get();
    }

    private void report(Samples samples, String name, String message, String what) {
        first.compareAndSet(null, what);
        if (samplesLogged.sum() < MOST_SAMPLES) {
            samplesLogged.increment();
            samples.ko(name, 0, message);
        }
    }
}
