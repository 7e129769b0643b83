package dev.umpire.load.measure;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * What the receivers of one event loop measure. Written by that loop alone, so that measuring a delivery costs no
 * contention; read by any thread.
 */
public final class Lane {
    static final int DIGITS = 3;

    private final SingleWriterRecorder[] deliveries;
    private final SingleWriterRecorder fanOuts = new SingleWriterRecorder(DIGITS);
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong missing = new AtomicLong();
    private final AtomicLong lastArrival = new AtomicLong(Long.MIN_VALUE);

    Lane(int steps) {
        deliveries = new SingleWriterRecorder[steps];
        Arrays.setAll(deliveries, step -> new SingleWriterRecorder(DIGITS));
    }

    /** An event arrived where it must, for the first time. */
    public void arrived(long nanoTime) {
        arrived.lazySet(arrived.getPlain() + 1);
        lastArrival.lazySet(nanoTime);
    }

    /** Something arrived of which no count is kept. */
    public void stirred(long nanoTime) {
        lastArrival.lazySet(nanoTime);
    }

    /** More or fewer events are missing than before. */
    public void missing(long change) {
        missing.lazySet(missing.getPlain() + change);
    }

    /** A delivery that is measured. */
    public void delivery(int step, long nanos) {
        deliveries[step].recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos)));
    }

    /** A fan-out that is measured. */
    public void fanOut(long nanos) {
        fanOuts.recordValue(TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos)));
    }

    long arrived() {
        return arrived.get();
    }

    long missing() {
        return missing.get();
    }

    /** The {@link System#nanoTime()} of the last arrival, or the least value if there was none. */
    long lastArrival() {
        return lastArrival.get();
    }

    /** Deliveries of a step measured since the last call. */
    Histogram newDeliveries(int step) {
        return deliveries[step].getIntervalHistogram();
    }

    /** Fan-outs measured since the last call. */
    Histogram newFanOuts() {
        return fanOuts.getIntervalHistogram();
    }
}
