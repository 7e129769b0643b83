package dev.umpire.suites.rule;

import dev.umpire.fixtures.judgement.Violation;

/** The plain assertion of rules. */
public final class Expect {
    private Expect() {}

    /**
     * Insists on a condition.
     *
     * @param expected what a conformant server does here, in words
     * @param observed what this one did
     * @throws Violation if the condition does not hold
     */
    public static void expect(boolean condition, String expected, Object observed) {
        if (!condition) {
            throw new Violation(expected, observed.toString());
        }
    }

    /**
     * Insists on equality.
     *
     * @throws Violation if the values differ
     */
    public static void expectEqual(Object expected, Object observed) {
        expect(expected.equals(observed), expected.toString(), observed);
    }
}
