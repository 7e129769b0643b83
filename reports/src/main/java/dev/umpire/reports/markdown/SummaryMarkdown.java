package dev.umpire.reports.markdown;

import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes {@code summary.md}: counts of each target, and what did not hold, folded where it is long. */
public final class SummaryMarkdown {
    /** GitHub refuses a step whose summaries are longer than 1 MiB together; other steps' commands may add some. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final List<Integer> MOST_RULES = List.of(100, 25, 5, 0);
    private static final int UNFOLDED = 10;

    private final List<String> lines = new ArrayList<>();
    private final int mostRules;

    private SummaryMarkdown(int mostRules) {
        this.mostRules = mostRules;
    }

    /** The text of a run, shorter than 256 KiB: with many targets, fewer rules of each are named. */
    public static String of(RunResults results) {
        return MOST_RULES.stream()
                .map(most -> new SummaryMarkdown(most).text(results))
                .filter(text -> text.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES)
                .findFirst()
                .orElseGet(() -> "## Umpire: " + verdict(results) + "\n");
    }

    private String text(RunResults results) {
        lines.add("## Umpire: " + verdict(results));
        results.remarks().forEach(remark -> paragraph(MarkdownText.of(remark)));
        if (results.targets().stream().anyMatch(target -> !target.rules().isEmpty())) {
            table(results);
        }
        list("Lines of the list of known failures to change", results.stale(), stale -> MarkdownText.of(stale.text()));
        LoadTables.of(results).forEach(lines::add);
        results.targets().forEach(this::target);
        return String.join("\n", lines) + "\n";
    }

    private static String verdict(RunResults results) {
        if (results.conformant()
                && results.targets().stream().allMatch(target -> target.counts().of(Verdict.UNDECIDED) == 0)) {
            return "conformant";
        }
        boolean broken = !results.stale().isEmpty()
                || results.targets().stream()
                        .anyMatch(target ->
                                target.unexpectedFailures() > 0 || !target.delivers() || !target.meetsExpectations());
        return broken ? "not conformant" : "not judged to the end";
    }

    private void table(RunResults results) {
        List<Verdict> verdicts = Arrays.stream(Verdict.values())
                .filter(verdict -> verdict == Verdict.PASSED
                        || verdict == Verdict.FAILED
                        || results.targets().stream()
                                .anyMatch(target -> target.counts().of(verdict) > 0))
                .toList();
        boolean known = results.targets().stream().anyMatch(target -> target.knownFailures() > 0);
        List<String> head = new ArrayList<>(List.of("target"));
        verdicts.forEach(verdict -> {
            head.add(verdict.label());
            if (verdict == Verdict.FAILED && known) {
                head.add("of these known");
            }
        });
        lines.add("");
        lines.add(row(head));
        lines.add("|---|" + "---:|".repeat(head.size() - 1));
        for (TargetResults target : results.targets()) {
            List<String> cells = new ArrayList<>(List.of(MarkdownText.of(target.name())));
            verdicts.forEach(verdict -> {
                cells.add(Integer.toString(target.counts().of(verdict)));
                if (verdict == Verdict.FAILED && known) {
                    cells.add(Long.toString(target.knownFailures()));
                }
            });
            lines.add(row(cells));
        }
    }

    private void target(TargetResults target) {
        String on = " on " + target.name();
        if (target.problem() != null) {
            paragraph("**" + MarkdownText.of(target.name()) + " could not be judged to the end:** "
                    + MarkdownText.of(target.problem()));
        }
        list("Broken" + on, unknown(target, Verdict.FAILED), SummaryMarkdown::line);
        list("Undecided" + on, unknown(target, Verdict.UNDECIDED), SummaryMarkdown::line);
        list("Warnings" + on, unknown(target, Verdict.WARNED), SummaryMarkdown::line);
        list("Known failures" + on, known(target), rule -> {
            KnownFailure known = target.known().get(rule.id());
            return line(rule) + (known == null ? "" : " (known: " + MarkdownText.of(known.reason()) + ")");
        });
        list(
                "Not clean under load" + on,
                LoadEntry.of(target).stream().filter(load -> !load.clean()).toList(),
                load -> MarkdownText.of(load.scenario() + ": " + String.join(" ", load.problems())));
    }

    private static List<RuleResult> unknown(TargetResults target, Verdict verdict) {
        return target.rules().stream()
                .filter(rule -> rule.verdict() == verdict && !target.known().containsKey(rule.id()))
                .toList();
    }

    private static List<RuleResult> known(TargetResults target) {
        return target.rules().stream()
                .filter(rule -> target.known().containsKey(rule.id()))
                .toList();
    }

    private static String line(RuleResult rule) {
        String message = rule.message();
        return MarkdownText.code(rule.id()) + " the server " + MarkdownText.of(rule.says())
                + (message.isEmpty() ? "" : ": " + MarkdownText.of(message));
    }

    /** A list under a heading that opens it; short ones are open. */
    private <T> void list(String heading, List<T> items, Function<T, String> line) {
        if (items.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(items.size() > UNFOLDED ? "<details>" : "<details open>");
        lines.add("<summary>" + MarkdownText.plain(heading) + ": " + items.size() + "</summary>");
        lines.add("");
        IntStream.range(0, Math.min(items.size(), mostRules)).forEach(i -> lines.add("- " + line.apply(items.get(i))));
        if (items.size() > mostRules) {
            lines.add("- " + (items.size() - mostRules) + " more: see the report");
        }
        lines.add("");
        lines.add("</details>");
    }

    private void paragraph(String text) {
        lines.add("");
        lines.add(text);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
