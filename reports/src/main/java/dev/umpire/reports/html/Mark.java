package dev.umpire.reports.html;

import dev.umpire.reports.model.Verdict;
import java.util.Arrays;

/**
 * How a verdict is shown: never by colour alone.
 *
 * @param key name for style sheets and ids, such as {@code not-applicable}
 * @param symbol one character
 * @param word the word beside it
 */
public record Mark(String key, String symbol, String word) {
    /** The mark of a verdict. */
    static Mark of(Verdict verdict) {
        String symbol = switch (verdict) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case WARNED -> "!";
            case NOTED -> "i";
            case NOT_APPLICABLE -> "–";
            case BLOCKED -> "⊘";
            case UNDECIDED -> "?";
        };
        return new Mark(verdict.label().replace(' ', '-'), symbol, verdict.label());
    }

    /** Whether somebody should look at it, by its key. */
    public boolean problem() {
        return Arrays.stream(Verdict.values())
                .anyMatch(verdict -> isProblem(verdict) && of(verdict).key.equals(key));
    }

    /** Whether somebody should look at it: something was broken, or could not be judged. */
    static boolean isProblem(Verdict verdict) {
        return switch (verdict) {
            case FAILED, WARNED, BLOCKED, UNDECIDED -> true;
            case PASSED, NOTED, NOT_APPLICABLE -> false;
        };
    }
}
