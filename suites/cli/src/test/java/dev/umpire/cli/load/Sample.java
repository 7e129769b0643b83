package dev.umpire.cli.load;

import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import java.util.List;

/** Load results with made-up figures. */
final class Sample {
    private Sample() {}

    /** A result without anything wrong. */
    static LoadResult clean(String target, String scenario, int round, double perSecond, long p99) {
        return result(target, scenario, round, 100, 0, perSecond, p99);
    }

    /** The same with so many receivers and lost deliveries, latencies in microseconds. */
    static LoadResult result(
            String target, String scenario, int round, int receivers, long lost, double perSecond, long p99) {
        return new LoadResult(
                target,
                scenario,
                round,
                new LoadWork(receivers, 1, 100, 30, 80),
                new Deliveries(3_000, 300_000, 300_000 - lost, lost, 0, 0, 0, 0, perSecond),
                latency(2 * p99),
                latency(p99),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A result of which something was tolerated, and whose ramp broke. */
    static LoadResult tolerating(LoadPlan plan, String tolerated, Knee knee) {
        LoadResult clean = clean(plan.target(), plan.scenario(), plan.round(), 10_000, 40_000);
        return new LoadResult(
                clean.target(),
                clean.scenario(),
                clean.round(),
                clean.work(),
                clean.deliveries(),
                clean.fanOut(),
                clean.delivery(),
                clean.timeline(),
                clean.steps(),
                knee,
                null,
                null,
                null,
                null,
                null,
                tolerated);
    }

    private static Latency latency(long p99) {
        return new Latency(300_000, p99 / 2.0, p99 / 4, p99 / 2, p99, 2 * p99, 3 * p99, "");
    }
}
