package dev.umpire.reports.html;

import java.util.List;

/**
 * One suite.
 *
 * @param name its name
 * @param anchor id of its heading
 * @param rules its rules, ordered by id
 */
public record SuiteSection(String name, String anchor, List<RuleRow> rules) {
    /** Its rules, large families folded. */
    public List<RuleGroup> groups() {
        return RuleGroup.of(rules);
    }

    /** Whether some target broke one of its rules. */
    public boolean failed() {
        return rules.stream().anyMatch(RuleRow::failed);
    }

    /** How many of its rules got a verdict, on any target. */
    public long having(String key) {
        return rules.stream().filter(rule -> rule.keys().contains(key)).count();
    }
}
