package dev.umpire.cli.load;

import dev.umpire.reports.model.LoadExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects whether the figures of one scenario on one target are as was expected; confined to one thread. */
final class Judgement {
    private final String target;
    private final String scenario;
    private final @Nullable Rounds rounds;
    private final List<LoadExpectation> expectations = new ArrayList<>();

    /** Judges these rounds; without any, no expectation is met. */
    Judgement(String target, String scenario, @Nullable Rounds rounds) {
        this.target = target;
        this.scenario = scenario;
        this.rounds = rounds;
    }

    /** Adds an expectation in words, and how to find out whether it is met. */
    void add(String wanted, Function<Rounds, Finding> look) {
        Finding finding = rounds == null ? new Finding("nothing was measured", false) : look.apply(rounds);
        expectations.add(new LoadExpectation(target, scenario, wanted, finding.observed(), finding.met()));
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
