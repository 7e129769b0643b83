package dev.umpire.reports.junit;

import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TranscriptEntry;
import dev.umpire.reports.model.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule's evidence as plain text. */
final class RuleText {
    private RuleText() {}

    /** Everything known about a rule that did not simply pass; null if it did. */
    static @Nullable String details(RuleResult rule) {
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
        if (!rule.transcript().isEmpty()) {
            text.append("transcript:\n");
            rule.transcript().forEach(entry -> text.append(line(entry)).append('\n'));
        }
        part(text, "by hand", rule.reproducer());
        return text.toString();
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
