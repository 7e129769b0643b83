package dev.umpire.reports.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything recorded about one target.
 *
 * @param name how the user named it
 * @param info the server as it was found, or null if it never answered
 * @param rules its rules, ordered by suite and id, so that two runs compare line by line
 * @param repetitions how its rules fared in several runs, by id; empty after a single run
 * @param loads its load results in the order they were measured
 * @param expectations what was expected of them
 * @param millis how long its rules took together, in milliseconds; 0 if the run stopped before that was known
 * @param problem why the harness could not finish with it, or null when it did
 * @param known the rules that broke as was expected, by id, with the line that expects it
 */
public record TargetResults(
        String name,
        @Nullable TargetInfo info,
        List<RuleResult> rules,
        List<Repetition> repetitions,
        List<LoadResult> loads,
        List<LoadExpectation> expectations,
        long millis,
        @Nullable String problem,
        Map<String, KnownFailure> known) {

    /** The results of a target of which no failures are known and no figures are expected. */
    public TargetResults(
            String name,
            @Nullable TargetInfo info,
            List<RuleResult> rules,
            List<Repetition> repetitions,
            List<LoadResult> loads,
            long millis,
            @Nullable String problem) {
        this(name, info, rules, repetitions, loads, List.of(), millis, problem, Map.of());
    }

    public TargetResults {
        known = Map.copyOf(known);
        rules = List.copyOf(rules);
        repetitions = List.copyOf(repetitions);
        loads = List.copyOf(loads);
        expectations = List.copyOf(expectations);
    }

    /** How many of its rules got which verdict. */
    public Counts counts() {
        return Counts.of(rules);
    }

    /** How many rules failed that nobody expected to. */
    public long unexpectedFailures() {
        return rules.stream()
                .filter(rule -> rule.verdict() == Verdict.FAILED && !known.containsKey(rule.id()))
                .count();
    }

    /** How many rules failed as was expected. */
    public long knownFailures() {
        return counts().of(Verdict.FAILED) - unexpectedFailures();
    }

    /** Whether every load result is clean. */
    public boolean delivers() {
        return loads.stream().allMatch(LoadResult::clean);
    }

    /** Whether every expectation of the load results is met. */
    public boolean meetsExpectations() {
        return expectations.stream().allMatch(LoadExpectation::met);
    }

    /** No failed rule but known ones, no problem of the harness, no load result unclean and no expectation unmet. */
    public boolean conformant() {
        return problem == null && unexpectedFailures() == 0 && delivers() && meetsExpectations();
    }
}
