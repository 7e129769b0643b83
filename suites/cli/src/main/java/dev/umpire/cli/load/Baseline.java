package dev.umpire.cli.load;

import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The load results of an earlier run, against which those of this one are judged. */
final class Baseline {
    private final Path folder;
    private final RunResults run;

    private Baseline(Path folder, RunResults run) {
        this.folder = folder;
        this.run = run;
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
    Rounds rounds(String target, String scenario) {
        return find(target, scenario)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the baseline " + folder + " has no result of " + scenario + " on " + target + ". It has: "
                                + (entries().isEmpty() ? "no load results" : String.join(", ", entries()))));
    }

    /**
     * Compares what was measured now with what was measured then.
     *
     * @param minRatio how much of the deliveries per second there must be at least; the latency may be longer by its
     *     inverse
     */
    void judge(String target, String scenario, double minRatio, Judgement judgement) {
        Rounds then = rounds(target, scenario);
        judgement.add(
                "deliveries per second at least " + FigureText.number(minRatio) + " times the baseline's "
                        + FigureText.number(then.perSecond()),
                now -> compared(
                        then,
                        now,
                        FigureText.rate(now) + FigureText.ratio(now.perSecond(), then.perSecond()),
                        now.perSecond() >= then.perSecond() * minRatio));
        judgement.add(
                "p99 delivery at most " + FigureText.number(1 / minRatio) + " times the baseline's "
                        + FigureText.millis(then.deliveryP99()),
                now -> compared(
                        then,
                        now,
                        FigureText.millis(now.deliveryP99()) + FigureText.ratio(now.deliveryP99(), then.deliveryP99()),
                        now.deliveryP99() * minRatio <= then.deliveryP99()));
    }

    /** Figures of different work say nothing about each other. */
    private static Judgement.Finding compared(Rounds then, Rounds now, String observed, boolean met) {
        String before = words(then.results().get(0).work());
        String today = words(now.results().get(0).work());
        return today.equals(before)
                ? new Judgement.Finding(observed, met)
                : new Judgement.Finding("other work than the baseline's: " + today + " instead of " + before, false);
    }

    private static String words(LoadWork work) {
        return work.receivers() + " receivers, " + work.emitters() + " emitters, " + FigureText.number(work.rate())
                + " broadcasts per second with a payload of " + work.payload();
    }

    private Optional<Rounds> find(String target, String scenario) {
        List<LoadResult> found = loads().stream()
                .filter(load -> load.target().equals(target) && load.scenario().equals(scenario))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new Rounds(found));
    }

    private List<String> entries() {
        return loads().stream()
                .map(load -> load.scenario() + " on " + load.target())
                .distinct()
                .toList();
    }

    private List<LoadResult> loads() {
        return run.targets().stream().flatMap(target -> target.loads().stream()).toList();
    }
}
