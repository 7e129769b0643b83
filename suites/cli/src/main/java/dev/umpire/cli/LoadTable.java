package dev.umpire.cli;

import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.load.LoadFigure;
import dev.umpire.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Several targets under the same scenario: medians, and how many times as large as the first target's they are. */
final class LoadTable {
    private static final String BETWEEN = "  ";

    private LoadTable() {}

    /** The lines of the table; none for a single target. */
    static List<String> of(LoadComparison comparison) {
        if (comparison.entries().size() < 2) {
            return List.of();
        }
        List<LoadFigure> figures = comparison.figures();
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of(""), figures.stream().map(LoadFigure::label))
                .toList());
        for (LoadEntry entry : comparison.entries()) {
            rows.add(Stream.concat(
                            Stream.of(entry.target()), figures.stream().map(figure -> cell(comparison, entry, figure)))
                    .toList());
        }
        List<String> lines = new ArrayList<>();
        lines.add(comparison.scenario() + ", " + comparison.first().workText() + ":");
        rows.forEach(row -> lines.add(line(row, widths(rows))));
        if (!comparison.sameWork()) {
            lines.add(BETWEEN + "not all had the same work: the figures do not compare");
        }
        return lines;
    }

    private static String cell(LoadComparison comparison, LoadEntry entry, LoadFigure figure) {
        return entry.spread(figure)
                .map(spread -> figure.text(spread.median())
                        + comparison
                                .ratio(entry, figure)
                                .map(ratio -> " " + Numbers.times(ratio.median()))
                                .orElse(""))
                .orElse("–");
    }

    private static List<Integer> widths(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        return widths;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(BETWEEN).append(cell).append(" ".repeat(widths.get(column) - cell.length()));
        }
        return line.toString().stripTrailing();
    }
}
