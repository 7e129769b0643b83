package dev.umpire.suites.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Violation;
import org.jspecify.annotations.Nullable;

/** The plain assertion of rules. */
public final class Expect {
    private static final int LONGEST = 60;

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

    /**
     * Insists on the same JSON; of long values only the place is told where they differ first.
     *
     * @param where whose value it is, such as {@code at bob}
     * @throws Violation if the values differ
     */
    public static void expectSame(JsonNode expected, @Nullable JsonNode observed, String where) {
        if (observed != null && Json.same(expected, observed)) {
            return;
        }
        String wanted = expected.toString();
        String got = String.valueOf(observed);
        if (observed == null || Math.max(wanted.length(), got.length()) <= LONGEST) {
            throw new Violation(wanted + ' ' + where, got);
        }
        Difference difference = Difference.of(expected, observed);
        throw new Violation(
                difference.expected() + " in the place " + difference.pointer() + ' ' + where, difference.observed());
    }
}
