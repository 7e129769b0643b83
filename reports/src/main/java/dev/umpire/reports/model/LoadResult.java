package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one load scenario measured on one target.
 *
 * @param target name of the target
 * @param scenario name of the scenario, such as {@code fan-out}
 * @param receivers number of clients that receive
 * @param rate broadcasts asked for per second
 * @param seconds how long broadcasts were emitted, in seconds, warm-up apart
 * @param broadcasts broadcasts emitted while measuring
 * @param expected deliveries that had to arrive
 * @param delivered deliveries that arrived, each counted once
 * @param lost deliveries that never arrived
 * @param duplicated deliveries that arrived again
 * @param disordered deliveries that arrived after a later one
 * @param strayed deliveries that reached a client they were not meant for
 * @param deliveriesPerSecond delivered over the time from first emit to last delivery
 * @param fanOut time from emit to the last receiver's delivery
 * @param delivery time from emit to each delivery
 * @param timeline one point per second
 * @param gatlingReport Gatling's own HTML, relative to the result folder
 * @param problem why the scenario's verdict is not clean, in one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoadResult(
        String target,
        String scenario,
        int receivers,
        double rate,
        double seconds,
        long broadcasts,
        long expected,
        long delivered,
        long lost,
        long duplicated,
        long disordered,
        long strayed,
        double deliveriesPerSecond,
        Latency fanOut,
        Latency delivery,
        List<Point> timeline,
        @Nullable String gatlingReport,
        @Nullable String problem) {

    public LoadResult {
        timeline = List.copyOf(timeline);
    }

    /** Whether every receiver got exactly its events, once, in order. */
    public boolean clean() {
        return problem == null;
    }

    /**
     * One second of a run.
     *
     * @param second seconds since measuring began
     * @param deliveries deliveries in that second
     * @param p50 median delivery latency in microseconds
     * @param p99 99th percentile of delivery latency in microseconds
     */
    public record Point(long second, long deliveries, long p50, long p99) {}
}
