package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.umpire.reports.text.VaryingText;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of known failures: this rule may break on this target.
 *
 * @param line its number in the file, from 1 on
 * @param rule id of the rule
 * @param target name of the target as reports show it, or {@code *} for any
 * @param reason why it is known, in words; one that begins with {@link #WAVERS} says that the rule may hold as well
 * @param message what the rule says when it breaks, with {@code …} where anything may stand; null for whatever it says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KnownFailure(
        int line,
        String rule,
        String target,
        String reason,
        @Nullable String message) {

    /** The name that covers every target of a run. */
    public static final String ANY_TARGET = "*";

    /** How a reason begins if the target breaks the rule in some runs and keeps it in others, such as by a race. */
    public static final String WAVERS = "wavers: ";

    /** Whether the rule may hold without this line being out of date. */
    public boolean wavers() {
        return reason.startsWith(WAVERS);
    }

    /** Whether it speaks of a target. */
    public boolean covers(String name) {
        return target.equals(ANY_TARGET) || target.equals(name);
    }

    /** Whether a broken rule says what it is expected to say, apart from what varies from run to run. */
    boolean expects(RuleResult result) {
        return message == null || VaryingText.matches(message, result.message());
    }
}
