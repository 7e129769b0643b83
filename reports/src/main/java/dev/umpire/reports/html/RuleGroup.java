package dev.umpire.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Neighbouring rules of a suite. A family so large that it would bury all others, as a grid of combinations is, is
 * folded into groups by the beginnings of its rules' ids.
 *
 * @param prefix what the ids of a folded group begin with; empty for rules that stand for themselves
 * @param says the words with which all rules of a folded group begin
 * @param rules the rules, ordered by id
 */
public record RuleGroup(String prefix, String says, List<RuleRow> rules) {
    private static final int MOST_IN_THE_OPEN = 48;
    private static final int FEWEST_FOLDED = 8;
    private static final int SEGMENTS_OF_A_FAMILY = 2;

    /** Folds what is too large, and leaves the rest in order. */
    static List<RuleGroup> of(List<RuleRow> rules) {
        List<RuleGroup> groups = new ArrayList<>();
        families(rules, SEGMENTS_OF_A_FAMILY).forEach((prefix, family) -> {
            if (family.size() > MOST_IN_THE_OPEN) {
                fold(prefix, family, SEGMENTS_OF_A_FAMILY + 1, groups);
            } else {
                addInTheOpen(family, groups);
            }
        });
        return List.copyOf(groups);
    }

    /** Whether it is shown as one row until somebody opens it. */
    public boolean folded() {
        return !prefix.isEmpty();
    }

    /** Keys of the verdicts that its rules got, and {@code problem} if one of them wants to be looked at. */
    public List<String> keys() {
        return rules.stream().flatMap(rule -> rule.keys().stream()).distinct().toList();
    }

    /** How each server fared in it. */
    public List<Standing> standings() {
        return Standing.of(rules);
    }

    // Goes from one segment of the ids to the next as long as that makes bundles of a size to look at.
    private static void fold(String prefix, List<RuleRow> family, int segments, List<RuleGroup> groups) {
        Map<String, List<RuleRow>> parts = families(family, segments);
        boolean crumbs = parts.size() * FEWEST_FOLDED > family.size();
        if (crumbs || family.size() <= MOST_IN_THE_OPEN) {
            groups.add(new RuleGroup(prefix, commonWords(family), family));
            return;
        }
        parts.forEach((longer, part) -> fold(longer, part, segments + 1, groups));
    }

    private static void addInTheOpen(List<RuleRow> family, List<RuleGroup> groups) {
        RuleGroup last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
        if (last == null || last.folded()) {
            groups.add(new RuleGroup("", "", family));
            return;
        }
        List<RuleRow> together = new ArrayList<>(last.rules());
        together.addAll(family);
        groups.set(groups.size() - 1, new RuleGroup("", "", together));
    }

    private static Map<String, List<RuleRow>> families(List<RuleRow> rules, int segments) {
        Map<String, List<RuleRow>> families = new LinkedHashMap<>();
        for (RuleRow rule : rules) {
            families.computeIfAbsent(prefix(rule.id(), segments), key -> new ArrayList<>())
                    .add(rule);
        }
        return families;
    }

    private static String prefix(String id, int segments) {
        int end = -1;
        for (int i = 0; i < segments; i++) {
            end = id.indexOf('-', end + 1);
            if (end < 0) {
                return id;
            }
        }
        return id.substring(0, end);
    }

    private static String commonWords(List<RuleRow> rules) {
        List<String> common = words(rules.get(0));
        for (RuleRow rule : rules) {
            List<String> words = words(rule);
            int same = 0;
            while (same < Math.min(common.size(), words.size())
                    && common.get(same).equals(words.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return String.join(" ", common);
    }

    private static List<String> words(RuleRow rule) {
        return List.of(rule.says().split(" ", -1));
    }
}
