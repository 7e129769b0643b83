package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one round of one load scenario measured on one target.
 *
 * @param target name of the target
 * @param scenario name of the scenario, such as {@code fan-out}
 * @param round number of the round, from 1 on; rounds of several targets take turns
 * @param work what the server had to do
 * @param deliveries what became of the broadcasts
 * @param fanOut time from emit to the last receiver's delivery
 * @param delivery time from emit to each delivery
 * @param timeline one point per second
 * @param steps the rates of a ramp in the order in which they were tried; empty without a ramp
 * @param knee where a ramp broke, or null without a ramp
 * @param server what the server's process used, or null if it could not be seen, as on another machine
 * @param harness what this process used, or null if it was not measured
 * @param ceiling what the harness itself is able to receive, or null if it was not measured
 * @param gatlingReport Gatling's own HTML, relative to the result folder
 * @param problem why the scenario's verdict is not clean, in one sentence
 * @param tolerated what is wrong with a clean result and was allowed beforehand, such as a few losses, in one sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoadResult(
        String target,
        String scenario,
        int round,
        LoadWork work,
        Deliveries deliveries,
        Latency fanOut,
        Latency delivery,
        List<Point> timeline,
        List<Step> steps,
        @Nullable Knee knee,
        @Nullable Usage server,
        @Nullable Usage harness,
        @Nullable Ceiling ceiling,
        @Nullable String gatlingReport,
        @Nullable String problem,
        @Nullable String tolerated) {

    public LoadResult {
        timeline = List.copyOf(timeline);
        steps = List.copyOf(steps);
    }

    /** Whether every receiver got exactly its events, once, in order, but for what was {@link #tolerated}. */
    public boolean clean() {
        return problem == null;
    }

    /** The same beside what the harness itself is able to receive. */
    public LoadResult withCeiling(Ceiling measured) {
        return new LoadResult(
                target,
                scenario,
                round,
                work,
                deliveries,
                fanOut,
                delivery,
                timeline,
                steps,
                knee,
                server,
                harness,
                measured,
                gatlingReport,
                problem,
                tolerated);
    }

    /**
     * One second of a run; latencies of delivery in microseconds.
     *
     * @param second seconds since measuring began
     * @param deliveries deliveries in that second
     * @param p50 median
     * @param p99 99th percentile
     * @param p999 99.9th percentile
     * @param max the longest
     */
    public record Point(long second, long deliveries, long p50, long p99, long p999, long max) {}
}
