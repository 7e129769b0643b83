package dev.umpire.cli.load;

import dev.umpire.cli.load.Judgement.Finding;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.model.LoadExpectation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user expects of the figures; all of it is optional.
 *
 * @param maxP99 greatest 99th percentile of the delivery latency
 * @param maxFanOutP99 greatest 99th percentile of the time from emit to last delivery
 * @param minRate least deliveries per second
 * @param maxLost most deliveries that may be lost in a round
 * @param baseline earlier figures of the same targets and scenarios
 * @param minRatio how much of the baseline's deliveries per second there must be at least, and by the same ratio at
 *     most the latency may be longer
 */
record Expectations(
        @Nullable Duration maxP99,
        @Nullable Duration maxFanOutP99,
        @Nullable Double minRate,
        @Nullable Long maxLost,
        @Nullable Baseline baseline,
        double minRatio) {

    /** Checks that they can be met. */
    Expectations {
        LoadPlan.require(maxP99 == null || positive(maxP99), "the limit of p99 must be above 0");
        LoadPlan.require(
                maxFanOutP99 == null || positive(maxFanOutP99), "the limit of the fan-out's p99 must be above 0");
        LoadPlan.require(
                minRate == null || minRate > 0, "the least deliveries per second must be above 0, not " + minRate);
        LoadPlan.require(
                maxLost == null || maxLost >= 0,
                "the deliveries that may be lost must not be negative, but were " + maxLost);
        LoadPlan.require(
                minRatio > 0 && minRatio <= 1,
                "the ratio to the baseline must be above 0 and at most 1, not " + minRatio);
    }

    /** How many lost deliveries of a round are tolerated. */
    long tolerance() {
        return maxLost == null ? 0 : maxLost;
    }

    /**
     * Requires the baseline, if there is one, to know a target and a scenario.
     *
     * @throws IllegalArgumentException if it does not
     */
    void requireBaselineFor(String target, String scenario) {
        if (baseline != null) {
            baseline.entry(target, scenario);
        }
    }

    /**
     * Judges the medians of the rounds that were measured.
     *
     * @param entry what was measured, or null if nothing was, in which case nothing is met
     */
    List<LoadExpectation> judge(String target, String scenario, @Nullable LoadEntry entry) {
        Judgement judgement = new Judgement(target, scenario, entry);
        if (maxP99 != null) {
            atMost("p99 delivery", LoadFigure.DELIVERY_P99, maxP99, judgement);
        }
        if (maxFanOutP99 != null) {
            atMost("p99 fan-out", LoadFigure.FAN_OUT_P99, maxFanOutP99, judgement);
        }
        if (minRate != null) {
            boolean limited = entry != null && entry.limited();
            judgement.add(
                    "at least " + FigureText.number(minRate) + " deliveries per second",
                    LoadFigure.PER_SECOND,
                    now -> new Finding(FigureText.perSecond(now, limited), now >= minRate));
        }
        if (maxLost != null) {
            judgement.add(
                    maxLost == 0 ? "no delivery lost" : "at most " + maxLost + " deliveries lost in any round",
                    measured -> new Finding(mostLost(measured) + " lost", mostLost(measured) <= maxLost));
        }
        if (baseline != null) {
            baseline.judge(target, scenario, entry, minRatio, judgement);
        }
        return judgement.expectations();
    }

    private static void atMost(String what, LoadFigure figure, Duration limit, Judgement judgement) {
        double micros = limit.toNanos() / 1000.0;
        judgement.add(
                what + " at most " + FigureText.millis(micros),
                figure,
                now -> new Finding(FigureText.millis(now), now <= micros));
    }

    /** In the worst round: a median would hide it. */
    private static long mostLost(LoadEntry entry) {
        return entry.rounds().stream()
                .mapToLong(round -> round.deliveries().lost())
                .max()
                .orElse(0);
    }

    private static boolean positive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }
}
