package dev.umpire.load.fanout;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.jspecify.annotations.Nullable;

/**
 * What the receivers of one event loop measure. Written by that loop alone, so that measuring a delivery costs no
 * contention; read by any thread.
 */
final class Lane {
    private static final int DIGITS = 3;

    private final SingleWriterRecorder deliveries = new SingleWriterRecorder(DIGITS);
    private final SingleWriterRecorder fanOuts = new SingleWriterRecorder(DIGITS);
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong missing = new AtomicLong();
    private final AtomicLong lastArrival = new AtomicLong(Long.MIN_VALUE);

    /** An event arrived for the first time. */
    void arrived(long nanoTime) {
        arrived.lazySet(arrived.getPlain() + 1);
        lastArrival.lazySet(nanoTime);
    }

    /** More or fewer events are missing than before. */
    void missing(long change) {
        missing.lazySet(missing.getPlain() + change);
    }

    /** A delivery that is measured, in microseconds. */
    void delivery(long micros) {
        deliveries.recordValue(Math.max(0, micros));
    }

    /** A fan-out that is measured, in microseconds. */
    void fanOut(long micros) {
        fanOuts.recordValue(Math.max(0, micros));
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

    /** Deliveries measured since the last call; the histogram given is used again. */
    Histogram newDeliveries(@Nullable Histogram recycled) {
        return deliveries.getIntervalHistogram(recycled);
    }

    /** Fan-outs measured since the last call. */
    Histogram newFanOuts(@Nullable Histogram recycled) {
        return fanOuts.getIntervalHistogram(recycled);
    }
}
