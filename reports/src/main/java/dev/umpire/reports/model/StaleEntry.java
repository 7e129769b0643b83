package dev.umpire.reports.model;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list of known failures that a run does not bear out: it excuses nothing, and would hide a failure later.
 *
 * @param file the list
 * @param entry the line
 * @param kind what is wrong with it
 * @param problem the same in words that read after the rule's id
 * @param observed what the rule says now, with {@code …} for what varies, if that is what is wrong; otherwise null
 */
public record StaleEntry(
        String file,
        KnownFailure entry,
        Kind kind,
        String problem,
        @Nullable String observed) {

    /** What can be wrong with a line. */
    public enum Kind {
        /** Umpire has no such rule. */
        UNKNOWN_RULE("correct the id, or delete the line"),
        /** The run has no such target. */
        UNMATCHED("correct the target, or delete the line"),
        /** The rule holds. */
        PASSED("delete the line"),
        /** The target does not offer what the rule is about. */
        NOT_APPLICABLE("delete the line"),
        /** The rule is broken in another way. */
        OTHER_MESSAGE("this is another failure: mend it, or change the message");

        private final String remedy;

        Kind(String remedy) {
            this.remedy = remedy;
        }
    }

    /** One sentence: where the line is, what is wrong, what to do. */
    public String text() {
        return "%s, line %d: %s %s; %s".formatted(file, entry.line(), entry.rule(), problem, kind.remedy);
    }
}
