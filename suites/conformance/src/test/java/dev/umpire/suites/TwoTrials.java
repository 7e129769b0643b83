package dev.umpire.suites;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.ConformanceRun;
import dev.umpire.suites.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All rules against one server; those that did not hold among the others are tried once more by themselves, and say so.
 * These tests are about the server: whether verdicts are steady on a starved machine is measured with the command.
 */
final class TwoTrials {
    private TwoTrials() {}

    static Map<String, RuleResult> of(String target, Profile profile) {
        Map<String, RuleResult> results = new ConcurrentSkipListMap<>();
        List<Rule> rules = Catalogue.load().rules();
        boolean answered = ConformanceRun.run(target, profile, rules, result -> results.put(result.id(), result));
        List<Rule> again = rules.stream()
                .filter(rule -> !results.containsKey(rule.id())
                        || results.get(rule.id()).verdict() != Verdict.PASSED)
                .toList();
        again.forEach(rule -> System.out.println("tried again alone: " + rule.id()));
        answered &= ConformanceRun.run(target, profile, again, result -> results.put(result.id(), result));
        if (!answered) {
            throw new AssertionError(target + " stopped answering");
        }
        return results;
    }
}
