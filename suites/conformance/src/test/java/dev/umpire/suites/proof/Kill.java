package dev.umpire.suites.proof;

import dev.umpire.reports.model.RuleResult;
import java.util.regex.Pattern;

/**
 * A rule that fails under a saboteur, and why it must say that it does.
 *
 * @param reason where it differs from run to run stands {@code …}
 */
record Kill(String rule, String saboteur, String reason) implements Comparable<Kill> {
    private static final Pattern VARIABLE = Pattern.compile(
            "(?<=\\b(?:red|blue|green|yellow)-)[0-9a-z]+|[A-Za-z0-9_+/-]{18,}|(?<!\\d|HTTP |status )\\d+|[\\x00-\\x1f]+");
    private static final int LONGEST = 240;

    /** What happened, with {@code …} for what is different each time. */
    static Kill of(RuleResult result) {
        String reason = VARIABLE.matcher(String.valueOf(result.reason())).replaceAll("…");
        String shortened = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
        return new Kill(result.id(), result.target(), shortened);
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
        StringBuilder pattern = new StringBuilder();
        for (String part : reason.split("…", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return isOfSamePair(other)
                && Pattern.compile(pattern.toString(), Pattern.DOTALL)
                        .matcher(other.reason)
                        .matches();
    }

    String line() {
        return String.join("\t", rule, saboteur, reason);
    }

    @Override
    public int compareTo(Kill other) {
        return line().compareTo(other.line());
    }
}
