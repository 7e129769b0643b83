package dev.umpire.reports.html;

import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One server at the head of the board.
 *
 * @param card what is known of it
 * @param key its short name in addresses
 * @param known how many rules break as was expected
 * @param notApplicable for which other reasons rules do not apply to it, with how many, the most frequent first
 * @param worst what it breaks, the worst first; the first ones
 */
public record ServerCard(
        TargetCard card, String key, long known, List<Inapplicable> notApplicable, List<Finding> worst) {
    private static final int SHOWN = 4;

    /** A reason why rules do not apply, and how many rules share it. */
    public record Inapplicable(String reason, int rules) {}

    static ServerCard of(TargetResults target, String key, List<String> capabilities, List<RuleRow> rows) {
        List<Finding> findings = Finding.of(target.name(), rows);
        TargetCard card = TargetCard.of(target, capabilities);
        return new ServerCard(
                card,
                key,
                target.rules().stream()
                        .filter(rule -> target.known().containsKey(rule.id()))
                        .filter(rule -> Mark.of(rule.verdict(), true).equals(Mark.KNOWN))
                        .count(),
                inapplicable(target.rules(), card.lacks()),
                findings.subList(0, Math.min(SHOWN, findings.size())));
    }

    /** Key of the verdict that shows most of what it breaks. */
    public String show() {
        if (worst.isEmpty()) {
            return Mark.KNOWN.key();
        }
        return card.tallies().stream()
                .map(tally -> tally.mark().key())
                .filter("failed"::equals)
                .findFirst()
                .orElse("warned");
    }

    private static List<Inapplicable> inapplicable(List<RuleResult> rules, List<String> lacks) {
        Map<String, Integer> reasons = rules.stream()
                .filter(rule -> rule.verdict() == Verdict.NOT_APPLICABLE)
                .filter(rule -> rule.reason() != null && lacks.stream().noneMatch(rule.reason()::contains))
                .collect(Collectors.groupingBy(
                        rule -> String.valueOf(rule.reason()), TreeMap::new, Collectors.summingInt(rule -> 1)));
        return reasons.entrySet().stream()
                .map(reason -> new Inapplicable(reason.getKey(), reason.getValue()))
                .sorted(Comparator.comparing(Inapplicable::rules).reversed())
                .toList();
    }
}
