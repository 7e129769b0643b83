package dev.umpire.suites.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Violation;
import org.jspecify.annotations.Nullable;

/** The plain assertion of rules. */
public final class Expect {
    private static final int LONGEST = 300;

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
     * Insists on the same JSON; long values are shortened in what is said about it.
     *
     * @param where whose value it is, such as {@code at bob}
     * @throws Violation if the values differ
     */
    public static void expectSame(JsonNode expected, @Nullable JsonNode observed, String where) {
        if (observed == null || !Json.same(expected, observed)) {
            throw new Violation(brief(expected.toString()) + ' ' + where, brief(String.valueOf(observed)));
        }
    }

    private static String brief(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "…(" + (text.length() - LONGEST) + " characters more)";
    }
}
