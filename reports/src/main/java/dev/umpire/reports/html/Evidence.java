package dev.umpire.reports.html;

import dev.umpire.reports.court.Replays;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What one rule found on one target.
 *
 * @param anchor id of the place that shows it
 * @param target name of the target
 * @param mark the verdict
 * @param failed whether a MUST was broken, and nobody expected it
 * @param known why it was known that this rule breaks, or null
 * @param result everything recorded
 * @param diagram its transcript, or null if nothing crossed a wire
 */
public record Evidence(
        String anchor,
        String target,
        Mark mark,
        boolean failed,
        @Nullable String known,
        RuleResult result,
        @Nullable Diagram diagram) {

    /** Key of the verdict, whether it was expected or not. */
    public String verdict() {
        return Mark.of(result.verdict()).key();
    }

    /** Whether the server ended of it, and nobody expected it. */
    public boolean crash() {
        return known == null && result.crashed();
    }

    /** Where it is played step by step; empty if it is not. */
    public String play() {
        return Replays.include(result) ? Replays.address(result) : "";
    }

    static Evidence of(RuleResult result, String anchor, @Nullable KnownFailure known) {
        return new Evidence(
                anchor,
                result.target(),
                Mark.of(result.verdict(), known != null),
                result.verdict() == Verdict.FAILED && known == null,
                known == null ? null : known.reason(),
                result,
                result.transcript().isEmpty()
                        ? null
                        : Diagram.of(result.transcript(), result.verdict() == Verdict.PASSED));
    }
}
