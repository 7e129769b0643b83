package dev.umpire.reports.compare;

import dev.umpire.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of one rule on one target.
 *
 * @param kind what that means
 * @param id id of the rule
 * @param says the rule in words; reads after "the server"
 * @param before its verdict in the old run, or null if that did not try it
 * @param after its verdict in the new run, or null if that did not try it
 * @param message what the rule says now, or said last; empty if nothing
 */
public record Change(
        Kind kind,
        String id,
        String says,
        @Nullable Verdict before,
        @Nullable Verdict after,
        String message) {

    /** What a change means, the most urgent first. */
    public enum Kind {
        /** The verdict is a worse one. */
        WORSE("worse"),
        /** It held, and now a rule that does not hold is in its way: not counted as worse, since that one is. */
        BLOCKED("now blocked"),
        /** The new run could not tell, where the old one did not leave it open. */
        UNDECIDED("cannot tell"),
        /** The verdict is a better one. */
        BETTER("better"),
        /** Broken as before, but the rule says something else. */
        OTHERWISE("broken otherwise"),
        /** Blocked or undecided in one of the runs, and nothing is lost by that. */
        UNCLEAR("unclear"),
        /** Only the new run tried it. */
        NEW("new"),
        /** Only the old run tried it. */
        GONE("gone");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word shown to people. */
        public String label() {
            return label;
        }
    }
}
