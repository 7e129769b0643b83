package dev.umpire.reports.load;

import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadResult.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** All rounds of a scenario as one course of time: each second is the median of that second in all rounds. */
public final class Timeline {
    /** More points than a chart has pixels say nothing. */
    static final int MOST_POINTS = 400;

    private static final double TOLERANCE = 0.1;

    private Timeline() {}

    /**
     * The course of a scenario. Seconds that were not measured to their end are left out, since the deliveries of a
     * part of a second would look like a drop. In a long run several seconds are one point, with the mean of their
     * deliveries and the worst of their latencies, so that no peak is lost.
     */
    public static List<Point> of(LoadEntry entry) {
        Map<Long, List<Point>> seconds = entry.rounds().stream()
                .flatMap(round -> round.timeline().stream().filter(point -> whole(point, round)))
                .collect(Collectors.groupingBy(Point::second, TreeMap::new, Collectors.toList()));
        List<Point> points = seconds.values().stream().map(Timeline::median).toList();
        int stride = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
        if (stride <= 1) {
            return points;
        }
        List<Point> fewer = new ArrayList<>();
        for (int at = 0; at < points.size(); at += stride) {
            fewer.add(worst(points.subList(at, Math.min(points.size(), at + stride))));
        }
        return fewer;
    }

    // What was measured ends with the last delivery, which comes before the last second is over.
    private static boolean whole(Point point, LoadResult round) {
        return point.second() + 1 <= round.work().seconds() + TOLERANCE;
    }

    private static Point median(List<Point> points) {
        return new Point(
                points.get(0).second(),
                median(points, Point::deliveries),
                median(points, Point::p50),
                median(points, Point::p99),
                median(points, Point::p999),
                median(points, Point::max));
    }

    private static Point worst(List<Point> points) {
        return new Point(
                points.get(0).second(),
                Math.round(
                        points.stream().mapToLong(Point::deliveries).average().orElse(0)),
                most(points, Point::p50),
                most(points, Point::p99),
                most(points, Point::p999),
                most(points, Point::max));
    }

    private static long median(List<Point> points, ToLongFunction<Point> figure) {
        return Spread.of(points.stream()
                        .map(point -> (double) figure.applyAsLong(point))
                        .toList())
                .map(spread -> Math.round(spread.median()))
                .orElse(0L);
    }

    private static long most(List<Point> points, ToLongFunction<Point> figure) {
        return points.stream().mapToLong(figure).max().orElse(0);
    }
}
