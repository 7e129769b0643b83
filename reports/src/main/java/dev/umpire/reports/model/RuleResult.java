package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.umpire.reports.text.VaryingText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's verdict on one target, with its evidence.
 *
 * @param target name of the target
 * @param id permanent id of the rule, such as {@code SIO-CONNECT-001}
 * @param suite name of the suite, such as {@code emit scopes}
 * @param level how strongly the rule binds
 * @param authority who says so: {@code SPECIFICATION}, {@code RFC6455}, {@code DOCUMENTATION}, …
 * @param says the rule in words; reads after "the server"
 * @param citations where it is written
 * @param verdict what was concluded
 * @param millis how long the rule took, in milliseconds
 * @param marginMillis the least time that was left, in milliseconds, when something arrived that the rule waited for;
 *     null if it waited for nothing
 * @param reason why the verdict is not {@code passed}, in one sentence
 * @param expected what the rule wanted to see when it did not hold
 * @param observed what it saw instead
 * @param transcript everything that crossed the rule's wires, oldest first
 * @param reproducer shell commands or frames that show the same by hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleResult(
        String target,
        String id,
        String suite,
        Level level,
        String authority,
        String says,
        List<Citation> citations,
        Verdict verdict,
        long millis,
        @Nullable Long marginMillis,
        @Nullable String reason,
        @Nullable String expected,
        @Nullable String observed,
        List<TranscriptEntry> transcript,
        @Nullable String reproducer) {

    /** How {@code observed} begins when the rule ended the server under test. */
    public static final String SERVER_ENDED = "it ended: ";

    public RuleResult {
        citations = List.copyOf(citations);
        transcript = List.copyOf(transcript);
    }

    /** Whether the rule ended the server under test, which no input may do. */
    public boolean crashed() {
        return verdict.broken() && observed != null && observed.startsWith(SERVER_ENDED);
    }

    /** The one sentence to show: the reason, or else what was observed; empty if there is neither. */
    public String message() {
        return reason != null ? reason : observed != null ? observed : "";
    }

    /** The same with {@code …} for what differs from run to run, so that two runs compare. */
    public String maskedMessage() {
        return VaryingText.masked(message());
    }
}
