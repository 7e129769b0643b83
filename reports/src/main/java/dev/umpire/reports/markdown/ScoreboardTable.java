package dev.umpire.reports.markdown;

import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Servers and their counts as a Markdown table, with the day of the run and the versions: {@code scoreboard.md}. */
public final class ScoreboardTable {
    private static final List<Verdict> COLUMNS = List.of(
            Verdict.PASSED,
            Verdict.FAILED,
            Verdict.WARNED,
            Verdict.NOTED,
            Verdict.NOT_APPLICABLE,
            Verdict.BLOCKED,
            Verdict.UNDECIDED);
    private static final int DAY = 10;

    private ScoreboardTable() {}

    /**
     * Writes the table of a run.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(RunResults results, Path file) throws IOException {
        Files.writeString(file, of(results), StandardCharsets.UTF_8);
    }

    /** The table of a run, servers in the order in which they were judged. */
    public static String of(RunResults results) {
        StringBuilder table = new StringBuilder("| server | version | tier |");
        COLUMNS.forEach(verdict -> table.append(' ').append(verdict.label()).append(" |"));
        table.append("\n|---|---|---|").append("---:|".repeat(COLUMNS.size())).append('\n');
        results.targets().forEach(target -> table.append(row(target)).append('\n'));
        String startedAt = results.run().startedAt();
        return table.append("\nUmpire ")
                .append(escaped(results.run().umpire()))
                .append(", ")
                .append(startedAt, 0, Math.min(DAY, startedAt.length()))
                .append(".\n")
                .toString();
    }

    private static String row(TargetResults target) {
        TargetInfo info = target.info();
        String version = info == null || info.server() == null ? "–" : escaped(info.server());
        String counts = COLUMNS.stream()
                .map(verdict ->
                        String.format(Locale.ROOT, "%,d", target.counts().of(verdict)))
                .collect(Collectors.joining(" | "));
        String name = escaped(target.name()) + (target.problem() == null ? "" : " (not judged to the end)");
        return "| %s | %s | %s | %s |".formatted(name, version, info == null ? "–" : escaped(info.tier()), counts);
    }

    // A server says its own name: nothing in it may end a cell, begin a link or be taken for HTML.
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\|<>\\[\\]`*_&])", "\\\\$1");
    }
}
