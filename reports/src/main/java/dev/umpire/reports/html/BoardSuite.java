package dev.umpire.reports.html;

import java.util.ArrayList;
import java.util.List;

/**
 * One suite on all servers.
 *
 * @param section its name and rules
 * @param levels its rules by how strongly they bind, the strongest first
 * @param standings how each server fared in it
 */
public record BoardSuite(SuiteSection section, List<ByLevel> levels, List<Standing> standings) {
    private static final List<String> LEVELS = List.of("MUST", "SHOULD", "MAY");

    /** The rules of one level. */
    public record ByLevel(String level, int rules, List<RuleGroup> groups) {}

    static BoardSuite of(SuiteSection section) {
        List<ByLevel> levels = new ArrayList<>();
        for (String level : LEVELS) {
            List<RuleRow> rules = section.rules().stream()
                    .filter(rule -> rule.level().equals(level))
                    .toList();
            if (!rules.isEmpty()) {
                levels.add(new ByLevel(level, rules.size(), RuleGroup.of(rules)));
            }
        }
        return new BoardSuite(section, List.copyOf(levels), Standing.of(section.rules()));
    }
}
