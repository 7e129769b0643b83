package dev.umpire.reports.markdown;

import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The load part of {@code summary.md}: expectations as a list, and a table for each scenario. */
final class LoadTables {
    private LoadTables() {}

    /** Its lines; none if nothing was measured. */
    static List<String> of(RunResults results) {
        List<String> lines = new ArrayList<>();
        List<LoadExpectation> expectations = results.targets().stream()
                .flatMap(target -> target.expectations().stream())
                .sorted(Comparator.comparing(LoadExpectation::met))
                .toList();
        if (!expectations.isEmpty()) {
            lines.add("");
            expectations.forEach(expectation -> lines.add(line(expectation)));
        }
        LoadComparison.of(results).forEach(comparison -> table(comparison, lines));
        return lines;
    }

    private static String line(LoadExpectation expectation) {
        return "- " + (expectation.met() ? "met: " : "**not met:** ")
                + MarkdownText.of("%s, %s: %s, observed %s"
                        .formatted(
                                expectation.target(),
                                expectation.scenario(),
                                expectation.wanted(),
                                expectation.observed()));
    }

    private static void table(LoadComparison comparison, List<String> lines) {
        List<LoadFigure> figures = comparison.figures();
        lines.add("");
        lines.add("**Load: " + MarkdownText.of(comparison.scenario()) + "**, "
                + MarkdownText.of(comparison.first().workText()));
        lines.add("");
        lines.add("| target | verdict | lost |"
                + figures.stream().map(figure -> " " + figure.label() + " |").collect(Collectors.joining()));
        lines.add("|---|---|---:|" + "---:|".repeat(figures.size()));
        for (LoadEntry entry : comparison.entries()) {
            lines.add(
                    "| " + MarkdownText.of(entry.target()) + " | " + (entry.clean() ? "clean" : "**not clean**") + " | "
                            + entry.deliveries().lost() + " |"
                            + figures.stream()
                                    .map(figure -> " " + cell(comparison, entry, figure) + " |")
                                    .collect(Collectors.joining()));
        }
        List<String> limited = comparison.entries().stream()
                .filter(LoadEntry::limited)
                .map(LoadEntry::target)
                .toList();
        if (!limited.isEmpty()) {
            lines.add("");
            lines.add("Limited by the harness, may be faster: " + MarkdownText.of(String.join(", ", limited)) + ".");
        }
    }

    /** The median and, in brackets, how many times as large as the first target's it is. */
    private static String cell(LoadComparison comparison, LoadEntry entry, LoadFigure figure) {
        return entry.spread(figure)
                .map(spread -> figure.text(spread.median())
                        + comparison
                                .ratio(entry, figure)
                                .map(ratio -> " (" + Numbers.times(ratio.median()) + ")")
                                .orElse(""))
                .orElse("–");
    }
}
