package dev.umpire.load.fanout;

import dev.umpire.reports.model.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/**
 * Adds up what the lanes measured, second by second; what is kept does not grow with the number of deliveries. The
 * lanes may be used from any thread, everything else from one thread at a time.
 */
final class Meter {
    private static final int DIGITS = 3;

    private final Map<Object, Lane> lanes = new ConcurrentHashMap<>();
    private final Histogram deliveries = new Histogram(DIGITS);
    private final Histogram fanOuts = new Histogram(DIGITS);
    private final Histogram second = new Histogram(DIGITS);
    private final List<LoadResult.Point> timeline = new ArrayList<>();

    /** The lane of an event loop. */
    Lane lane(Object eventLoop) {
        return lanes.computeIfAbsent(eventLoop, loop -> new Lane());
    }

    /** First arrivals so far, warm-up included. */
    long arrived() {
        return lanes.values().stream().mapToLong(Lane::arrived).sum();
    }

    /** Events that were passed over so far. */
    long missing() {
        return lanes.values().stream().mapToLong(Lane::missing).sum();
    }

    /** The {@link System#nanoTime()} of the last arrival, or the given one if that is later. */
    long lastArrival(long orElse) {
        return lanes.values().stream()
                .mapToLong(Lane::lastArrival)
                .filter(time -> time != Long.MIN_VALUE && time - orElse > 0)
                .reduce(orElse, (a, b) -> a - b > 0 ? a : b);
    }

    /** Takes what was measured since the last call as one second of the timeline. */
    synchronized LoadResult.Point takeSecond() {
        second.reset();
        for (Lane lane : lanes.values()) {
            second.add(lane.newDeliveries(null));
            fanOuts.add(lane.newFanOuts(null));
        }
        deliveries.add(second);
        LoadResult.Point point = new LoadResult.Point(
                timeline.size(),
                second.getTotalCount(),
                second.getValueAtPercentile(50),
                second.getValueAtPercentile(99),
                second.getValueAtPercentile(99.9),
                second.getMaxValue());
        timeline.add(point);
        return point;
    }

    /** Takes the rest, which belongs to no whole second. */
    synchronized void takeRest() {
        LoadResult.Point rest = takeSecond();
        if (rest.deliveries() == 0) {
            timeline.remove(timeline.size() - 1);
        }
    }

    synchronized Histogram deliveries() {
        return deliveries.copy();
    }

    synchronized Histogram fanOuts() {
        return fanOuts.copy();
    }

    synchronized List<LoadResult.Point> timeline() {
        return List.copyOf(timeline);
    }
}
