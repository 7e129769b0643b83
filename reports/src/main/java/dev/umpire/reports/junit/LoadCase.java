package dev.umpire.reports.junit;

import dev.umpire.reports.junit.TestCase.Outcome;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.load.Spread;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.LoadResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Test cases of load runs: one for all rounds of a scenario on a target, and one for each expectation. */
final class LoadCase {
    private static final String TYPE = "LOAD";

    private LoadCase() {}

    static TestCase of(LoadEntry load) {
        double seconds = load.rounds().stream()
                .mapToDouble(round -> round.work().seconds())
                .sum();
        return new TestCase(
                "load " + load.scenario() + ", " + load.workText(),
                Math.round(seconds * 1000),
                load.clean() ? Outcome.PASSED : Outcome.FAILED,
                TYPE,
                load.clean() ? null : String.join(" ", load.problems()),
                details(load),
                null);
    }

    static TestCase of(LoadExpectation expectation) {
        return new TestCase(
                "load %s, expected: %s".formatted(expectation.scenario(), expectation.wanted()),
                0,
                expectation.met() ? Outcome.PASSED : Outcome.FAILED,
                "EXPECTATION",
                expectation.met()
                        ? null
                        : "wanted %s, observed %s".formatted(expectation.wanted(), expectation.observed()),
                "observed " + expectation.observed() + "\n",
                null);
    }

    private static String details(LoadEntry load) {
        Deliveries sums = load.deliveries();
        String counts = """
                broadcasts %d, deliveries expected %d, arrived %d
                lost %d, duplicated %d, disordered %d, strayed %d, corrupted %d
                """.formatted(
                        sums.broadcasts(),
                        sums.expected(),
                        sums.arrived(),
                        sums.lost(),
                        sums.duplicated(),
                        sums.disordered(),
                        sums.strayed(),
                        sums.corrupted());
        List<String> figures = Arrays.stream(LoadFigure.values())
                .flatMap(figure -> load.spread(figure).stream().map(spread -> line(figure, spread)))
                .toList();
        String limited = load.limited() ? "limited by the harness: the server may be faster\n" : "";
        return counts
                + String.join("", figures)
                + limited
                + load.tolerances().stream()
                        .map(sentence -> "tolerated: " + sentence + "\n")
                        .collect(Collectors.joining())
                + load.rounds().stream()
                        .map(LoadResult::gatlingReport)
                        .filter(report -> report != null)
                        .map(report -> "Gatling's report: " + report + "\n")
                        .collect(Collectors.joining());
    }

    private static String line(LoadFigure figure, Spread spread) {
        String median = figure.label() + ": " + figure.text(spread.median());
        return spread.rounds() == 1
                ? median + "\n"
                : "%s (median of %d rounds, %s to %s)\n"
                        .formatted(
                                median, spread.rounds(), figure.text(spread.least()), figure.text(spread.greatest()));
    }
}
