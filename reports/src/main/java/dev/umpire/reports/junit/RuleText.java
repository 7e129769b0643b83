package dev.umpire.reports.junit;

import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule's evidence as plain text. */
public final class RuleText {
    private static final int LAST_STEPS = 20;

    private RuleText() {}

    /** Everything known about a rule that did not simply pass; null if it did. */
    public static @Nullable String details(RuleResult rule) {
        if (rule.verdict() == Verdict.PASSED) {
            return null;
        }
        StringBuilder text = new StringBuilder(256);
        part(text, "reason", rule.reason());
        part(text, "expected", rule.expected());
        part(text, "observed", rule.observed());
        rule.citations()
                .forEach(citation ->
                        part(text, "see", citation.document() + ", " + citation.section() + ", " + citation.url()));
        part(text, "by hand", rule.reproducer());
        List<TranscriptEntry> steps = rule.transcript();
        if (!steps.isEmpty()) {
            // GitLab shows nothing but this of a failure; the whole is in system-out.
            text.append(steps.size() > LAST_STEPS ? "last steps of the transcript:\n" : "transcript:\n");
            text.append(lines(steps.subList(Math.max(0, steps.size() - LAST_STEPS), steps.size())));
        }
        return text.toString();
    }

    /** Everything that crossed the wires of a rule that did not simply pass; null if it did, or if nothing crossed. */
    static @Nullable String transcript(RuleResult rule) {
        return rule.verdict() == Verdict.PASSED || rule.transcript().isEmpty() ? null : lines(rule.transcript());
    }

    private static String lines(List<TranscriptEntry> steps) {
        return steps.stream().map(step -> line(step) + "\n").collect(Collectors.joining());
    }

    private static void part(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            text.append(name)
                    .append(value.contains("\n") ? ":\n" : ": ")
                    .append(value.stripTrailing())
                    .append('\n');
        }
    }

    private static String line(TranscriptEntry entry) {
        String arrow = switch (entry.direction()) {
            case SENT -> "->";
            case RECEIVED -> "<-";
            case NOTE -> "--";
        };
        String meaning = entry.meaning() == null ? "" : "  (" + entry.meaning() + ")";
        return String.format(
                Locale.ROOT,
                "%10.3f ms  %s %s %s: %s%s",
                entry.micros() / 1000.0,
                entry.connection(),
                arrow,
                entry.kind(),
                entry.content(),
                meaning);
    }
}
