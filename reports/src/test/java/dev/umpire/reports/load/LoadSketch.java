package dev.umpire.reports.load;

import dev.umpire.reports.SampleLoads;
import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadResult.Point;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Load results in a few words. */
final class LoadSketch {
    private LoadSketch() {}

    static LoadEntry entry(List<LoadResult> rounds) {
        return new LoadEntry("a", "fan-out", rounds);
    }

    static LoadResult round(String target, int round, double perSecond) {
        LoadResult sample = SampleLoads.result(target, "fan-out", round, 1, null, 1);
        return new LoadResult(
                target,
                "fan-out",
                round,
                sample.work(),
                new Deliveries(300, 300_000, 300_000, 0, 0, 0, 0, 0, perSecond),
                sample.fanOut(),
                sample.delivery(),
                List.of(),
                List.of(),
                null,
                target.equals("a") ? sample.server() : null,
                null,
                new Ceiling(1_000_000, false),
                null,
                null,
                null);
    }

    static LoadResult timeline(List<Point> points) {
        return with(round("a", 1, 1), latency(1), List.of(), null, points);
    }

    static LoadResult work(LoadResult from, LoadWork work) {
        return new LoadResult(
                from.target(),
                from.scenario(),
                from.round(),
                work,
                from.deliveries(),
                from.fanOut(),
                from.delivery(),
                from.timeline(),
                from.steps(),
                from.knee(),
                from.server(),
                from.harness(),
                from.ceiling(),
                null,
                null,
                null);
    }

    static LoadResult with(
            LoadResult from, Latency latency, List<Step> steps, @Nullable Knee knee, List<Point> points) {
        return new LoadResult(
                from.target(),
                from.scenario(),
                from.round(),
                from.work(),
                from.deliveries(),
                latency,
                latency,
                points,
                steps,
                knee,
                from.server(),
                null,
                null,
                null,
                null,
                null);
    }

    static LoadResult ceiling(LoadResult from, double perSecond) {
        return new LoadResult(
                from.target(),
                from.scenario(),
                from.round(),
                from.work(),
                from.deliveries(),
                from.fanOut(),
                from.delivery(),
                from.timeline(),
                from.steps(),
                from.knee(),
                from.server(),
                from.harness(),
                new Ceiling(perSecond, false),
                null,
                null,
                null);
    }

    static Step step(double rate, long p50, boolean held) {
        return new Step(rate, 5, 10_000, 10_000, latency(p50), held);
    }

    static Latency latency(long p50) {
        return new Latency(10, p50, p50, p50, 2 * p50, 3 * p50, 4 * p50, "");
    }
}
