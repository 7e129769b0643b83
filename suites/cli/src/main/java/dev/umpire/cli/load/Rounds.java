package dev.umpire.cli.load;

import dev.umpire.reports.model.LoadResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of one scenario on one target, whose figures are judged by their medians.
 *
 * @param results the result of each round that was measured; at least one
 */
record Rounds(List<LoadResult> results) {

    Rounds {
        results = List.copyOf(results);
        if (results.isEmpty()) {
            throw new IllegalArgumentException("there must be at least 1 round");
        }
    }

    /** Deliveries per second. */
    double perSecond() {
        return median(result -> result.deliveries().perSecond());
    }

    /** The 99th percentile of the delivery latency, in microseconds. */
    double deliveryP99() {
        return median(result -> result.delivery().p99());
    }

    /** The 99th percentile of the time from emit to last delivery, in microseconds. */
    double fanOutP99() {
        return median(result -> result.fanOut().p99());
    }

    /** The most deliveries that were lost in one round: a median would hide them. */
    long mostLost() {
        return results.stream()
                .mapToLong(result -> result.deliveries().lost())
                .max()
                .orElseThrow();
    }

    /** Whether the harness kept the figure of a round down. */
    boolean limitedByTheHarness() {
        return results.stream()
                .anyMatch(result -> result.ceiling() != null && result.ceiling().limiting());
    }

    private double median(ToDoubleFunction<LoadResult> figure) {
        double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
