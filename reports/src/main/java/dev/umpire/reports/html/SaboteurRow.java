package dev.umpire.reports.html;

import dev.umpire.reports.model.RuleBackground;
import dev.umpire.reports.model.RuleBackground.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of the kill matrix: a defect and the rules that find it.
 *
 * @param defect the defect
 * @param rules ids of rules, the first ones
 * @param more how many others
 */
public record SaboteurRow(Defect defect, List<String> rules, int more) {
    private static final int SHOWN = 12;

    static List<SaboteurRow> of(List<RuleBackground> rules) {
        Map<String, Defect> defects = new TreeMap<>();
        Map<String, List<String>> finders = new TreeMap<>();
        for (RuleBackground rule : rules) {
            for (Defect defect : rule.seenToFail()) {
                defects.putIfAbsent(defect.saboteur(), defect);
                finders.computeIfAbsent(defect.saboteur(), name -> new ArrayList<>())
                        .add(rule.id());
            }
        }
        return defects.entrySet().stream()
                .map(entry -> of(entry.getValue(), finders.get(entry.getKey())))
                .toList();
    }

    private static SaboteurRow of(Defect defect, List<String> finders) {
        int shown = Math.min(SHOWN, finders.size());
        return new SaboteurRow(defect, finders.subList(0, shown), finders.size() - shown);
    }
}
