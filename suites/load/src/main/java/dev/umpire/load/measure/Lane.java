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
    private final AtomicLong fastest = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong lastArrival = new AtomicLong(Long.MIN_VALUE);

    // not yet published: what came with one read
    private long fresh;
    private long freshTime = Long.MIN_VALUE;
    private int sameStep;
    private long sameNanos;
    private long same;

    Lane(int steps) {
        deliveries = new SingleWriterRecorder[steps];
        Arrays.setAll(deliveries, step -> new SingleWriterRecorder(DIGITS));
    }

    /** An event arrived where it must, for the first time; counted when it is published. */
    public void arrived(long nanoTime) {
        fresh++;
        freshTime = nanoTime;
    }

    /** Something arrived of which no count is kept. */
    public void stirred(long nanoTime) {
        freshTime = nanoTime;
    }

    /** More or fewer events are missing than before. */
    public void missing(long change) {
        missing.lazySet(missing.getPlain() + change);
    }

    /** A delivery that is measured; recorded with those that took as long, at the latest when it is published. */
    public void delivery(int step, long nanos) {
        if (nanos != sameNanos || step != sameStep) {
            record();
            sameStep = step;
            sameNanos = nanos;
        }
        same++;
    }

    private void record() {
        if (same > 0) {
            deliveries[sameStep].recordValueWithCount(micros(sameNanos), same);
            if (sameNanos < fastest.getPlain()) {
                fastest.lazySet(sameNanos);
            }
            same = 0;
        }
    }

    /** A fan-out that is measured. */
    public void fanOut(long nanos) {
        fanOuts.recordValue(micros(nanos));
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos));
    }

    /** Lets other threads see what came with one read. */
    public void publish() {
        record();
        if (freshTime != Long.MIN_VALUE) {
            lastArrival.lazySet(freshTime);
            arrived.lazySet(arrived.getPlain() + fresh);
            fresh = 0;
            freshTime = Long.MIN_VALUE;
        }
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

    /** The shortest time of a delivery in nanoseconds, or the greatest value if there was none. */
    long fastest() {
        return fastest.get();
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
