package dev.umpire.cli.load;

import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.model.LoadExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects whether the figures of one scenario on one target are as was expected; confined to one thread. */
final class Judgement {
    private final String target;
    private final String scenario;
    private final @Nullable LoadEntry entry;
    private final List<LoadExpectation> expectations = new ArrayList<>();

    /** Judges what was measured; null if nothing was, and then no expectation is met. */
    Judgement(String target, String scenario, @Nullable LoadEntry entry) {
        this.target = target;
        this.scenario = scenario;
        this.entry = entry;
    }

    /** Adds an expectation in words, and how to find out whether it is met. */
    void add(String wanted, Function<LoadEntry, Finding> look) {
        Finding finding = entry == null ? new Finding("nothing was measured", false) : look.apply(entry);
        expectations.add(new LoadExpectation(target, scenario, wanted, finding.observed(), finding.met()));
    }

    /** Adds an expectation of the median of a figure; not met if no round has the figure. */
    void add(String wanted, LoadFigure figure, DoubleFunction<Finding> look) {
        add(
                wanted,
                measured -> measured.spread(figure)
                        .map(spread -> look.apply(spread.median()))
                        .orElseGet(() -> new Finding("nothing was delivered", false)));
    }

    List<LoadExpectation> expectations() {
        return List.copyOf(expectations);
    }

    /**
     * What was found of one expectation.
     *
     * @param observed the figure, in the expectation's unit
     * @param met whether it is as was expected
     */
    record Finding(String observed, boolean met) {}
}
