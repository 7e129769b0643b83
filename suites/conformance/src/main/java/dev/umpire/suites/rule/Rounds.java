package dev.umpire.suites.rule;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rounds of a run, each of which begins when the one before has ended: what is {@link Harsh} comes last. */
final class Rounds {
    private Rounds() {}

    /** Divides rules, whose order is kept within each round; none of the rounds is empty. */
    static List<List<Rule>> of(List<Rule> rules) {
        return List.copyOf(rules.stream()
                .collect(Collectors.groupingBy(rule -> rule.probe().harshness(), TreeMap::new, Collectors.toList()))
                .values());
    }
}
