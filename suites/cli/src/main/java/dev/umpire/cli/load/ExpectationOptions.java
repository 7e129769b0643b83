package dev.umpire.cli.load;

import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.model.LoadExpectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which figures are good enough, as in continuous integration. */
public final class ExpectationOptions {
    private static final double MIN_RATIO = 0.8;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--max-p99",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Expect a p99 of the time from emit to delivery of at most this.")
    private @Nullable Duration maxP99;

    @Option(
            names = "--max-fan-out-p99",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "Expect a p99 of the time from emit to the last receiver's delivery of at most this.")
    private @Nullable Duration maxFanOutP99;

    @Option(
            names = "--min-rate",
            paramLabel = "N",
            description = "Expect at least so many deliveries (not broadcasts) per second.")
    private @Nullable Double minRate;

    @Option(
            names = "--max-lost",
            paramLabel = "N",
            description = "Tolerate so many lost deliveries in each round. Without it, none; nothing else that goes"
                    + " wrong with a delivery is ever tolerated.")
    private @Nullable Long maxLost;

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description = "Expect figures like those of an earlier run (its --out) of the same targets and scenarios.")
    private @Nullable Path baseline;

    @Option(
            names = "--min-ratio",
            paramLabel = "F",
            description = "Expect at least so much of the baseline's deliveries per second, and a p99 of at most 1/F"
                    + " of its own. Default: 0.8.")
    private @Nullable Double minRatio;

    /** For picocli. */
    public ExpectationOptions() {}

    /** Whether anything is expected. */
    public boolean given() {
        return ofFigures() || maxLost != null || minRatio != null;
    }

    /** Whether anything is expected of figures, rather than of what is lost. */
    boolean ofFigures() {
        return maxP99 != null || maxFanOutP99 != null || minRate != null || baseline != null;
    }

    /**
     * Holds what is expected against what was measured.
     *
     * @throws ParameterException if it cannot be
     */
    public List<LoadExpectation> judge(LoadEntry entry) {
        return expectations(List.of(entry.target()), List.of(entry.scenario()))
                .judge(entry.target(), entry.scenario(), entry);
    }

    /**
     * What is expected.
     *
     * @throws ParameterException if it cannot be, or the baseline lacks a target and scenario
     */
    Expectations expectations(Iterable<String> targets, Iterable<String> scenarios) {
        if (minRatio != null && baseline == null) {
            throw new ParameterException(
                    spec.commandLine(), "--min-ratio is a ratio to a baseline: name one with --baseline");
        }
        try {
            Expectations expectations = new Expectations(
                    maxP99,
                    maxFanOutP99,
                    minRate,
                    maxLost,
                    baseline == null ? null : Baseline.read(baseline),
                    minRatio == null ? MIN_RATIO : minRatio);
            for (String target : targets) {
                for (String scenario : scenarios) {
                    expectations.requireBaselineFor(target, scenario);
                }
            }
            return expectations;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Cannot expect that: " + e.getMessage(), e);
        }
    }
}
