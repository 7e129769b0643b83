package dev.umpire.cli.load;

import dev.umpire.cli.load.Judgement.Finding;
import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.load.Spread;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The load results of an earlier run, against which those of this one are judged. */
final class Baseline {
    private final Path folder;
    private final List<LoadEntry> entries;

    private Baseline(Path folder, RunResults run) {
        this.folder = folder;
        this.entries = run.targets().stream()
                .flatMap(target -> LoadEntry.of(target).stream())
                .toList();
    }

    /**
     * Reads a result folder.
     *
     * @throws IllegalArgumentException if it cannot be read, with the reason
     */
    static Baseline read(Path folder) {
        try {
            return new Baseline(folder, ResultReader.read(folder));
        } catch (UnreadableResultsException e) {
            throw new IllegalArgumentException("the baseline cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the baseline in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * What was measured then.
     *
     * @throws IllegalArgumentException if nothing was, with what there is in the message
     */
    LoadEntry entry(String target, String scenario) {
        return entries.stream()
                .filter(entry ->
                        entry.target().equals(target) && entry.scenario().equals(scenario))
                .filter(entry -> entry.deliveries().arrived() > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the baseline " + folder + " has no deliveries of "
                        + scenario + " on " + target + ". It has: " + contents()));
    }

    /**
     * Compares what was measured now with what was measured then.
     *
     * @param now what was measured, or null if nothing was
     * @param minRatio how much of the deliveries per second there must be at least; the latency may be longer by its
     *     inverse
     */
    void judge(String target, String scenario, @Nullable LoadEntry now, double minRatio, Judgement judgement) {
        LoadEntry then = entry(target, scenario);
        if (now != null && !new LoadComparison(scenario, List.of(then, now)).sameWork()) {
            judgement.add(
                    "the work of the baseline: " + then.workText(),
                    measured -> new Finding(measured.workText(), false));
            return;
        }
        double rate = median(then, LoadFigure.PER_SECOND);
        judgement.add(
                "deliveries per second at least " + FigureText.number(minRatio) + " times the baseline",
                LoadFigure.PER_SECOND,
                median -> new Finding(
                        FigureText.number(median) + FigureText.ratio(median, rate, FigureText.number(rate)),
                        median >= rate * minRatio));
        double p99 = median(then, LoadFigure.DELIVERY_P99);
        judgement.add(
                "p99 delivery at most " + FigureText.number(1 / minRatio) + " times the baseline",
                LoadFigure.DELIVERY_P99,
                median -> new Finding(
                        FigureText.millis(median) + FigureText.ratio(median, p99, FigureText.millis(p99)),
                        median * minRatio <= p99));
    }

    private String contents() {
        return entries.isEmpty()
                ? "no load results"
                : entries.stream()
                        .map(entry -> entry.scenario() + " on " + entry.target())
                        .collect(Collectors.joining(", "));
    }

    private static double median(LoadEntry entry, LoadFigure figure) {
        return entry.spread(figure).map(Spread::median).orElse(0.0);
    }
}
