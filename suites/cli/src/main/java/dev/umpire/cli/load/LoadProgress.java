package dev.umpire.cli.load;

import java.time.Duration;

/** Hears how a load scenario goes on. */
@FunctionalInterface
public interface LoadProgress {

    /** Called about once a second. */
    void at(Moment moment);

    /**
     * How things stand.
     *
     * @param phase what is going on
     * @param left time until the last broadcast is due; zero after it
     * @param deliveriesPerSecond deliveries in the last second
     * @param p99 99th percentile of their latency, in microseconds; 0 unless measuring
     * @param delivered deliveries so far, warm-up included
     * @param missing deliveries that were passed over so far and may still come
     * @param faults deliveries that were duplicated, disordered or strayed so far
     */
    record Moment(
            Phase phase,
            Duration left,
            double deliveriesPerSecond,
            long p99,
            long delivered,
            long missing,
            long faults) {}

    /** The phases of a run, in order. */
    enum Phase {
        /** Broadcasts are emitted and judged, but not measured. */
        WARMING_UP,
        /** Broadcasts are emitted, judged and measured. */
        MEASURING,
        /** Everything was emitted; the last deliveries are awaited. */
        DRAINING
    }
}
