package dev.umpire.reports.junit;

import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.StaleEntry;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One {@code testcase} element.
 *
 * @param name what is shown
 * @param millis how long it took
 * @param outcome what became of it
 * @param type type of a failure or error, such as {@code MUST}
 * @param message one sentence for a failure, error or skip
 * @param details everything else that is known
 * @param output what crossed the wires
 */
record TestCase(
        String name,
        long millis,
        Outcome outcome,
        String type,
        @Nullable String message,
        @Nullable String details,
        @Nullable String output) {

    /** What JUnit's format can say about a test. */
    enum Outcome {
        PASSED,
        FAILED,
        ERROR,
        SKIPPED
    }

    /** A rule's result; one that broke as was expected is skipped, which CI servers show with its message. */
    static TestCase of(RuleResult rule, @Nullable KnownFailure known) {
        if (known != null && rule.verdict() == Verdict.FAILED) {
            return new TestCase(
                    name(rule),
                    rule.millis(),
                    Outcome.SKIPPED,
                    rule.level().name(),
                    "known failure: " + known.reason(),
                    RuleText.details(rule),
                    RuleText.transcript(rule));
        }
        Outcome outcome = switch (rule.verdict()) {
            // CI must not go red over a SHOULD or a MAY: these pass, with a note.
            case PASSED, WARNED, NOTED -> Outcome.PASSED;
            case FAILED -> Outcome.FAILED;
            case NOT_APPLICABLE, BLOCKED, UNDECIDED -> Outcome.SKIPPED;
        };
        return new TestCase(
                name(rule),
                rule.millis(),
                outcome,
                rule.level().name(),
                message(rule),
                RuleText.details(rule),
                RuleText.transcript(rule));
    }

    /** A line of the list of known failures that has to be changed. */
    static TestCase of(StaleEntry stale) {
        return new TestCase(
                "line " + stale.entry().line() + " " + stale.entry().rule() + " on "
                        + stale.entry().target(),
                0,
                Outcome.FAILED,
                "KNOWN_FAILURES",
                stale.text(),
                "the reason that stands there: " + stale.entry().reason(),
                null);
    }

    static TestCase ofProblem(TargetResults target, String problem) {
        return new TestCase(
                "the run against " + target.name(), target.millis(), Outcome.ERROR, "HARNESS", problem, problem, null);
    }

    private static String name(RuleResult rule) {
        return rule.id() + " " + rule.says();
    }

    private static @Nullable String message(RuleResult rule) {
        String why = rule.reason() != null ? rule.reason() : rule.observed();
        return switch (rule.verdict()) {
            case PASSED -> null;
            case FAILED -> why == null ? "the rule was broken" : why;
            case WARNED, NOTED, NOT_APPLICABLE, BLOCKED, UNDECIDED ->
                rule.verdict().label() + (why == null ? "" : ": " + why);
        };
    }
}
