package dev.umpire.load.measure;

import dev.umpire.reports.merge.Latencies;
import dev.umpire.reports.model.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Adds up what the lanes measured, second by second and step by step; what is kept does not grow with the number of
 * deliveries. The lanes may be used from any thread, everything else from one thread at a time.
 */
public final class Meter {
    private final Map<Object, Lane> lanes = new ConcurrentHashMap<>();
    private final List<Histogram> steps;
    private final Histogram fanOuts = new Histogram(Lane.DIGITS);
    private final Histogram second = new Histogram(Lane.DIGITS);
    private final List<String> seconds = new ArrayList<>();
    private final boolean shared;
    private final List<LoadResult.Point> timeline = new ArrayList<>();

    /**
     * A meter for so many steps.
     *
     * @param shared whether each second is kept whole, to be added to those of other injectors
     */
    public Meter(int steps, boolean shared) {
        this.shared = shared;
        this.steps =
                Stream.generate(() -> new Histogram(Lane.DIGITS)).limit(steps).toList();
    }

    /** The lane of an event loop. */
    public Lane lane(Object eventLoop) {
        return lanes.computeIfAbsent(eventLoop, loop -> new Lane(steps.size()));
    }

    /** First arrivals so far, warm-up included. */
    public long arrived() {
        return lanes.values().stream().mapToLong(Lane::arrived).sum();
    }

    /**
     * The shortest time of a measured delivery so far, in nanoseconds from when it was due; negative if it came before
     * that, as it can when somebody else's clock says when it is emitted. 0 if there was none.
     */
    public long fastest() {
        return lanes.values().stream()
                .mapToLong(Lane::fastest)
                .filter(nanos -> nanos != Long.MAX_VALUE)
                .min()
                .orElse(0);
    }

    /** Events that were passed over so far. */
    public long missing() {
        return lanes.values().stream().mapToLong(Lane::missing).sum();
    }

    /** The {@link System#nanoTime()} of the last arrival, or the given one if that is later. */
    public long lastArrival(long orElse) {
        return lanes.values().stream()
                .mapToLong(Lane::lastArrival)
                .filter(time -> time != Long.MIN_VALUE && time - orElse > 0)
                .reduce(orElse, (a, b) -> a - b > 0 ? a : b);
    }

    /** Takes what was measured since the last call as one second of the timeline. */
    public synchronized LoadResult.Point takeSecond() {
        second.reset();
        for (Lane lane : lanes.values()) {
            for (int step = 0; step < steps.size(); step++) {
                Histogram fresh = lane.newDeliveries(step);
                steps.get(step).add(fresh);
                second.add(fresh);
            }
            fanOuts.add(lane.newFanOuts());
        }
        LoadResult.Point point = new LoadResult.Point(
                timeline.size(),
                second.getTotalCount(),
                second.getValueAtPercentile(50),
                second.getValueAtPercentile(99),
                second.getValueAtPercentile(99.9),
                second.getMaxValue());
        timeline.add(point);
        if (shared) {
            seconds.add(Latencies.encoded(second));
        }
        return point;
    }

    /** Takes the rest, which belongs to no whole second. */
    public synchronized void takeRest() {
        LoadResult.Point rest = takeSecond();
        if (rest.deliveries() == 0) {
            timeline.remove(timeline.size() - 1);
            if (shared) {
                seconds.remove(seconds.size() - 1);
            }
        }
    }

    /** Deliveries of one step, in microseconds, until the last second was taken. */
    public synchronized Histogram deliveries(int step) {
        return steps.get(step).copy();
    }

    /** All measured deliveries, likewise. */
    public synchronized Histogram deliveries() {
        Histogram all = new Histogram(Lane.DIGITS);
        steps.forEach(all::add);
        return all;
    }

    /** All measured fan-outs, likewise. */
    public synchronized Histogram fanOuts() {
        return fanOuts.copy();
    }

    /** The deliveries of each second so far, as {@link Latencies} writes histograms; empty unless they are shared. */
    public synchronized List<String> seconds() {
        return List.copyOf(seconds);
    }

    /** The seconds so far. */
    public synchronized List<LoadResult.Point> timeline() {
        return List.copyOf(timeline);
    }
}
