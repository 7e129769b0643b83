package dev.umpire.reports.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
            List<Mark> marks = rules.stream()
                    .map(rule -> rule.cells().get(column).evidence())
                    .filter(Objects::nonNull)
                    .map(Evidence::mark)
                    .toList();
            standings.add(new Standing(columns.get(i).target(), worstFirst(marks)));
        }
        return standings;
    }

    /**
     * The one verdict that sums it up: the worst problem, or else what is known to break, or else that some rules hold.
     * Without a symbol if none was tried.
     */
    public Mark summary() {
        return tallies.stream()
                .map(TargetCard.Tally::mark)
                .filter(mark -> mark.broken() || mark.key().equals("passed"))
                .findFirst()
                .or(() -> tallies.stream().map(TargetCard.Tally::mark).findFirst())
                .orElse(Mark.NEVER);
    }

    /** What wants to be looked at, or is known to be broken. */
    public List<TargetCard.Tally> problems() {
        return tallies.stream().filter(tally -> tally.mark().broken()).toList();
    }

    private static List<TargetCard.Tally> worstFirst(List<Mark> marks) {
        return Mark.tallies(marks).stream()
                .sorted(Comparator.comparing(TargetCard.Tally::mark, Mark.worstFirst()))
                .toList();
    }
}
