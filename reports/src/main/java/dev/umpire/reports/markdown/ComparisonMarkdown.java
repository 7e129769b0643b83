package dev.umpire.reports.markdown;

import dev.umpire.reports.compare.Change;
import dev.umpire.reports.compare.Comparison;
import dev.umpire.reports.compare.TargetComparison;
import dev.umpire.reports.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows what changed between two runs, for comments on pull requests and pages of CI servers. */
public final class ComparisonMarkdown {
    private static final int MOST_RULES = 50;
    private static final int UNFOLDED = 10;

    private ComparisonMarkdown() {}

    /** The text: a table of counts, and the rules of each kind, at most 50 of each. */
    public static String of(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("## Umpire: " + headline(comparison));
        lines.add("");
        lines.add(Arrays.stream(Change.Kind.values())
                .map(Change.Kind::label)
                .collect(Collectors.joining(" | ", "| target | ", " | same |")));
        lines.add("|---|" + "---:|".repeat(Change.Kind.values().length + 1));
        for (TargetComparison target : comparison.targets()) {
            lines.add(Arrays.stream(Change.Kind.values())
                    .map(kind -> Long.toString(target.count(kind)))
                    .collect(Collectors.joining(" | ", "| " + name(target) + " | ", " | " + target.same() + " |")));
        }
        comparison.targets().forEach(target -> lines.addAll(details(target)));
        return String.join("\n", lines) + "\n";
    }

    private static String headline(Comparison comparison) {
        long worse = comparison.count(Change.Kind.WORSE);
        long better = comparison.count(Change.Kind.BETTER);
        long blocked = comparison.count(Change.Kind.BLOCKED);
        long undecided = comparison.count(Change.Kind.UNDECIDED);
        long vanished =
                comparison.targets().stream().filter(TargetComparison::vanished).count();
        return worse + (worse == 1 ? " rule" : " rules") + " got worse, " + better + " better"
                + (blocked == 0 ? "" : ", " + blocked + " now blocked")
                + (undecided == 0 ? "" : ", " + undecided + " undecided")
                + (vanished == 0 ? "" : vanished == 1 ? ", 1 target gone" : ", " + vanished + " targets gone");
    }

    private static List<String> details(TargetComparison target) {
        if (target.vanished()) {
            return List.of("", "**" + name(target) + " is gone:** the new run does not have this target.");
        }
        List<String> lines = new ArrayList<>();
        if (target.problem() != null) {
            lines.add("");
            lines.add("**" + name(target) + " could not be judged to the end:** " + MarkdownText.of(target.problem()));
        }
        for (Change.Kind kind : Change.Kind.values()) {
            List<Change> changes = target.changes().stream()
                    .filter(change -> change.kind() == kind)
                    .toList();
            if (changes.isEmpty()) {
                continue;
            }
            lines.add("");
            lines.add(changes.size() > UNFOLDED ? "<details>" : "<details open>");
            lines.add("<summary>" + kind.label() + " on " + MarkdownText.plain(target.name()) + ": " + changes.size()
                    + "</summary>");
            lines.add("");
            changes.stream().limit(MOST_RULES).map(ComparisonMarkdown::line).forEach(lines::add);
            if (changes.size() > MOST_RULES) {
                lines.add("- " + (changes.size() - MOST_RULES) + " more");
            }
            lines.add("");
            lines.add("</details>");
        }
        return lines;
    }

    private static String name(TargetComparison target) {
        return MarkdownText.of(target.name())
                + (target.formerName() == null ? "" : " (was " + MarkdownText.of(target.formerName()) + ")");
    }

    private static String line(Change change) {
        return "- " + MarkdownText.code(change.id()) + " the server " + MarkdownText.of(change.says()) + " ("
                + label(change.before()) + " → " + label(change.after()) + ")"
                + (change.message().isEmpty() ? "" : ": " + MarkdownText.of(change.message()));
    }

    private static String label(@Nullable Verdict verdict) {
        return verdict == null ? "not tried" : verdict.label();
    }
}
