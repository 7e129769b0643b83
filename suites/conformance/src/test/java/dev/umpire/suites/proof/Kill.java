package dev.umpire.suites.proof;

import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.text.VaryingText;

/**
 * A rule that fails under a saboteur, and why it must say that it does.
 *
 * @param reason where it differs from run to run stands {@code …}
 */
record Kill(String rule, String saboteur, String reason) implements Comparable<Kill> {
    /** What happened, with {@code …} for what is different each time. */
    static Kill of(RuleResult result) {
        return new Kill(result.id(), result.target(), VaryingText.masked(String.valueOf(result.reason())));
    }

    static Kill parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("not rule, saboteur and reason: " + line);
        }
        return new Kill(fields[0], fields[1], fields[2]);
    }

    /** Whether another kill is of the same rule by the same saboteur. */
    boolean isOfSamePair(Kill other) {
        return rule.equals(other.rule) && saboteur.equals(other.saboteur);
    }

    /** Whether another kill is this one, where this one's reason may leave more open. */
    boolean matches(Kill other) {
        return isOfSamePair(other) && VaryingText.matches(reason, other.reason);
    }

    String line() {
        return String.join("\t", rule, saboteur, reason);
    }

    @Override
    public int compareTo(Kill other) {
        return line().compareTo(other.line());
    }
}
