package dev.umpire.reports.load;

import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.Step;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * One rate of a ramp, over all rounds that came to it.
 *
 * @param rate broadcasts per second
 * @param p50 median of the rounds' median delivery latencies, in microseconds
 * @param p99 likewise of the 99th percentile
 * @param p999 likewise of the 99.9th percentile
 * @param held whether most of these rounds held it
 */
public record Climb(double rate, long p50, long p99, long p999, boolean held) {

    /** The rates of a ramp, from the lowest on; those at which nothing arrived are left out. Empty without a ramp. */
    public static List<Climb> of(LoadEntry entry) {
        Map<Double, List<Step>> rates = entry.rounds().stream()
                .map(LoadResult::steps)
                .flatMap(List::stream)
                .filter(step -> step.delivery().count() > 0)
                .collect(Collectors.groupingBy(Step::rate, TreeMap::new, Collectors.toList()));
        return rates.entrySet().stream()
                .map(rate -> of(rate.getKey(), rate.getValue()))
                .toList();
    }

    private static Climb of(double rate, List<Step> steps) {
        return new Climb(
                rate,
                median(steps, step -> step.delivery().p50()),
                median(steps, step -> step.delivery().p99()),
                median(steps, step -> step.delivery().p999()),
                2 * steps.stream().filter(Step::held).count() > steps.size());
    }

    private static long median(List<Step> steps, ToLongFunction<Step> figure) {
        return Spread.of(steps.stream()
                        .map(step -> (double) figure.applyAsLong(step))
                        .toList())
                .map(spread -> Math.round(spread.median()))
                .orElse(0L);
    }
}
