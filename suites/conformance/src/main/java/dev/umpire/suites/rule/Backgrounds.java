package dev.umpire.suites.rule;

import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.reports.model.RuleBackground;
import dev.umpire.reports.model.RuleBackground.Defect;
import dev.umpire.suites.museum.Bug;
import dev.umpire.suites.museum.Museum;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the reports tell of rules besides their verdicts: under which defects the build has seen them fail, and which
 * bugs of real servers they would have found.
 */
public final class Backgrounds {
    private static final String KILLS = "kills.tsv";

    private Backgrounds() {}

    /** The backgrounds of rules, in their order. */
    public static List<RuleBackground> of(List<Rule> rules) {
        Map<String, List<String[]>> kills = Resources.lines(KILLS).stream()
                .map(line -> line.split("\t", 3))
                .collect(Collectors.groupingBy(fields -> fields[0] + ' ' + fields[1]));
        List<Reach> reaches = Reach.load();
        Map<String, Bug> bugs = Museum.load().stream().collect(Collectors.toMap(Bug::id, bug -> bug));
        return rules.stream()
                .map(rule -> new RuleBackground(
                        rule.id(),
                        rule.sabotagedBy().stream()
                                .map(saboteur -> defect(rule, saboteur, kills, reaches))
                                .toList(),
                        rule.seenIn().stream().map(id -> bug(rule, id, bugs)).toList()))
                .toList();
    }

    private static RuleBackground.Bug bug(Rule rule, String id, Map<String, Bug> bugs) {
        Bug bug = bugs.get(id);
        if (bug == null) {
            throw new IllegalStateException("rule " + rule.id() + " names a bug that is not in the museum: " + id);
        }
        return new RuleBackground.Bug(bug.implementation(), bug.reference(), bug.symptom());
    }

    private static Defect defect(
            Rule rule, Class<? extends Saboteur> saboteur, Map<String, List<String[]>> kills, List<Reach> reaches) {
        String name = saboteur.getSimpleName();
        List<String[]> stated = kills.getOrDefault(rule.id() + ' ' + name, List.of());
        return new Defect(
                name,
                Saboteur.describe(saboteur),
                stated.isEmpty() ? "" : stated.get(0)[2],
                reaches.stream()
                        .filter(reach -> reach.isAbout(saboteur))
                        .map(Reach::because)
                        .collect(Collectors.joining("; ")));
    }
}
