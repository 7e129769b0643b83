package dev.umpire.reports.html;

import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadResult.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One load result with its charts.
 *
 * @param result the figures
 * @param throughput deliveries per second over time, or null if there are fewer than two points
 * @param latency p99 and median of delivery over time, in microseconds, likewise
 */
public record LoadSection(
        LoadResult result,
        @Nullable Chart throughput,
        @Nullable Chart latency) {
    private static final Figures FIGURES = new Figures();

    static LoadSection of(LoadResult result) {
        List<Point> points = result.timeline();
        if (points.size() < 2) {
            return new LoadSection(result, null, null);
        }
        List<Long> seconds = points.stream().map(Point::second).toList();
        return new LoadSection(
                result,
                Chart.of(seconds, List.of(points.stream().map(Point::deliveries).toList()), FIGURES::count),
                Chart.of(
                        seconds,
                        List.of(
                                points.stream().map(Point::p99).toList(),
                                points.stream().map(Point::p50).toList()),
                        FIGURES::axisMicros));
    }
}
