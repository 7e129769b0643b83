package dev.umpire.reports.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How a rule fared in several runs.
 *
 * @param id id of the rule
 * @param verdicts how often it got which
 * @param leastMarginMillis the closest that it came to a deadline in any run, in milliseconds
 */
public record Repetition(String id, Map<Verdict, Integer> verdicts, OptionalLong leastMarginMillis) {

    public Repetition {
        verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
    }

    /** Sums up the runs of one rule, at least one. */
    static Repetition of(String id, List<ResultEvent.RuleRepeated> runs) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        runs.forEach(run -> verdicts.merge(run.verdict(), 1, Integer::sum));
        OptionalLong least = runs.stream()
                .map(ResultEvent.RuleRepeated::marginMillis)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min();
        return new Repetition(id, verdicts, least);
    }

    /** Whether every run came to the same verdict. */
    public boolean steady() {
        return verdicts.size() == 1;
    }

    /** How many runs there were. */
    public int runs() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
