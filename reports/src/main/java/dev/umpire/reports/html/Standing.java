package dev.umpire.reports.html;

import dev.umpire.reports.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How one server fared in a bundle of rules.
 *
 * @param server its name
 * @param tallies how many rules got which verdict, the worst verdict first
 */
public record Standing(String server, List<TargetCard.Tally> tallies) {

    /** How each server fared in some rules, in the servers' order. */
    static List<Standing> of(List<RuleRow> rules) {
        List<Standing> standings = new ArrayList<>();
        List<RuleRow.Cell> columns = rules.get(0).cells();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
            rules.stream()
                    .map(rule -> rule.cells().get(column).evidence())
                    .filter(Objects::nonNull)
                    .forEach(evidence -> counts.merge(evidence.result().verdict(), 1, Integer::sum));
            standings.add(new Standing(columns.get(i).target(), worstFirst(counts)));
        }
        return standings;
    }

    /**
     * The one verdict that sums it up: the worst problem, or else that some rules hold. Without a symbol if none was
     * tried.
     */
    public Mark summary() {
        return tallies.stream()
                .map(TargetCard.Tally::mark)
                .filter(mark -> mark.problem() || mark.equals(Mark.of(Verdict.PASSED)))
                .findFirst()
                .or(() -> tallies.stream().map(TargetCard.Tally::mark).findFirst())
                .orElse(new Mark("never", "", "not run"));
    }

    /** What wants to be looked at. */
    public List<TargetCard.Tally> problems() {
        return tallies.stream().filter(tally -> tally.mark().problem()).toList();
    }

    private static List<TargetCard.Tally> worstFirst(Map<Verdict, Integer> counts) {
        Comparator<Verdict> worst = (a, b) -> a == b ? 0 : a.worseThan(b) ? -1 : 1;
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(worst))
                .map(entry -> new TargetCard.Tally(Mark.of(entry.getKey()), entry.getValue()))
                .toList();
    }
}
