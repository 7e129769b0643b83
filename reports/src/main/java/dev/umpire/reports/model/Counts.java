package dev.umpire.reports.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many rules got which verdict. */
public final class Counts {
    private final Map<Verdict, Integer> byVerdict = new EnumMap<>(Verdict.class);

    private Counts() {}

    /** Counts the verdicts of some rules. */
    public static Counts of(Collection<RuleResult> rules) {
        Counts counts = new Counts();
        rules.forEach(rule -> counts.byVerdict.merge(rule.verdict(), 1, Integer::sum));
        return counts;
    }

    /** How many rules got this verdict; 0 when none did. */
    public int of(Verdict verdict) {
        return byVerdict.getOrDefault(verdict, 0);
    }

    /** How many rules got any verdict. */
    public int total() {
        return byVerdict.values().stream().mapToInt(Integer::intValue).sum();
    }
}
