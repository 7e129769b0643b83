package dev.umpire.junit;

import dev.umpire.reports.junit.RuleText;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.KnownFailureCheck;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.rule.Rule;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What a verdict is to JUnit.
 *
 * @param strict whether a broken SHOULD fails its test
 * @param known what may break
 * @param remarks where it is said that a rule did not hold whose test passes
 */
record Ruling(boolean strict, KnownFailureCheck known, TestReporter remarks) {

    /**
     * Ends the test of a rule.
     *
     * @throws AssertionFailedError if the rule is broken, with the evidence
     * @throws TestAbortedException if nothing was decided, or the failure is known
     */
    void on(Rule rule, RuleResult result) {
        Verdict verdict = result.verdict();
        boolean broken = verdict == Verdict.FAILED || (strict && verdict == Verdict.WARNED);
        Optional<KnownFailure> expected = known.known(result);
        if (broken && expected.isPresent()) {
            throw new TestAbortedException("known failure: " + expected.get().reason() + " (" + result.message() + ")");
        }
        if (broken) {
            throw failure(rule, result);
        }
        switch (verdict) {
            case WARNED, NOTED -> remarks.publishEntry(result.id(), verdict.label() + ": " + result.message());
            case NOT_APPLICABLE, BLOCKED, UNDECIDED ->
                throw new TestAbortedException(verdict.label() + ": " + result.message());
            case PASSED, FAILED -> {}
        }
    }

    private static AssertionFailedError failure(Rule rule, RuleResult result) {
        String message = "%s: the server %s%n%s"
                .formatted(
                        result.id(),
                        result.says(),
                        Optional.ofNullable(RuleText.details(result)).orElse(""));
        // in an IDE both open side by side
        AssertionFailedError failure = result.expected() == null || result.observed() == null
                ? new AssertionFailedError(message)
                : new AssertionFailedError(message, result.expected(), result.observed());
        failure.setStackTrace(new StackTraceElement[] {rule.probe().asStackTraceElement()});
        return failure;
    }
}
