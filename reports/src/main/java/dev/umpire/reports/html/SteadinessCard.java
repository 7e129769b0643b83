package dev.umpire.reports.html;

import dev.umpire.reports.model.Repetition;
import dev.umpire.reports.model.TargetResults;
import java.util.Comparator;
import java.util.List;

/**
 * How steady the rules were on one target that was judged several times.
 *
 * @param target its name
 * @param runs how many times
 * @param rules how many rules
 * @param unsteady rules that changed their verdict
 * @param closest the rules that came closest to a deadline
 */
public record SteadinessCard(String target, int runs, int rules, List<Repetition> unsteady, List<Repetition> closest) {
    private static final int SHOWN = 10;

    static List<SteadinessCard> of(List<TargetResults> targets) {
        return targets.stream()
                .filter(target -> !target.repetitions().isEmpty())
                .map(SteadinessCard::of)
                .toList();
    }

    private static SteadinessCard of(TargetResults target) {
        List<Repetition> all = target.repetitions();
        return new SteadinessCard(
                target.name(),
                all.stream().mapToInt(Repetition::runs).max().orElse(0),
                all.size(),
                all.stream().filter(repetition -> !repetition.steady()).toList(),
                all.stream()
                        .filter(repetition -> repetition.leastMarginMillis().isPresent())
                        .sorted(Comparator.comparingLong(
                                repetition -> repetition.leastMarginMillis().getAsLong()))
                        .limit(SHOWN)
                        .toList());
    }

    /** The verdicts that a rule got, with how often. */
    public List<TargetCard.Tally> tallies(Repetition repetition) {
        return repetition.verdicts().entrySet().stream()
                .map(entry -> new TargetCard.Tally(Mark.of(entry.getKey()), entry.getValue()))
                .toList();
    }
}
