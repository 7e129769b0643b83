package dev.umpire.reports.html;

import dev.umpire.reports.model.RuleBackground;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows.
 *
 * @param run the run
 * @param headline the verdict in one sentence
 * @param targets one card per target
 * @param suites the rules
 * @param board the rules of several targets side by side, or null if there is one target or none has rules
 * @param open ids of rules whose evidence of a single target is not compressed: one should see it without scripts
 * @param filters verdicts that some rule got, with the number of such rules
 * @param steadiness how steady the rules were on each target that was judged several times
 * @param saboteurs the kill matrix
 * @param load the load results of all targets, or null if there are none
 */
public record Page(
        RunResults run,
        Headline headline,
        List<TargetCard> targets,
        List<SuiteSection> suites,
        @Nullable Board board,
        Set<String> open,
        List<TargetCard.Tally> filters,
        List<SteadinessCard> steadiness,
        List<SaboteurRow> saboteurs,
        @Nullable LoadSection load) {
    // More than anybody reads in one go, and less than makes a page slow to open.
    private static final int MOST_OPEN = 60;

    static Page of(RunResults run) {
        List<SuiteSection> suites = suites(run);
        return new Page(
                run,
                Headline.of(run),
                run.targets().stream()
                        .map(target -> TargetCard.of(target, run.run().capabilities()))
                        .toList(),
                suites,
                run.targets().size() > 1 && !suites.isEmpty() ? Board.of(run, suites) : null,
                open(suites),
                filters(suites),
                SteadinessCard.of(run.targets()),
                SaboteurRow.of(run.run().rules()),
                LoadSection.of(run));
    }

    /** All rules, in the suites' order. */
    public List<RuleRow> rules() {
        return suites.stream().flatMap(suite -> suite.rules().stream()).toList();
    }

    /** Whether the evidence of a rule is not compressed. */
    public boolean unpacked(RuleRow rule) {
        return open.contains(rule.id());
    }

    /** The rules that some target broke. */
    public List<RuleRow> broken() {
        return rules().stream().filter(RuleRow::failed).toList();
    }

    /** How many rules want to be looked at. */
    public long problems() {
        return rules().stream().filter(rule -> rule.keys().contains("problem")).count();
    }

    private static List<SuiteSection> suites(RunResults run) {
        Map<String, RuleBackground> backgrounds =
                run.run().rules().stream().collect(Collectors.toMap(RuleBackground::id, rule -> rule));
        // Each target's rules come ordered; a sorted map keeps that when targets ran different ones.
        Map<String, List<RuleResult>> byId = run.targets().stream()
                .flatMap(target -> target.rules().stream())
                .collect(Collectors.groupingBy(RuleResult::id, TreeMap::new, Collectors.toList()));
        Map<String, List<RuleRow>> bySuite = byId.values().stream()
                .map(results ->
                        RuleRow.of(run.targets(), backgrounds.get(results.get(0).id()), results))
                .collect(Collectors.groupingBy(RuleRow::suite, LinkedHashMap::new, Collectors.toList()));
        List<String> order = run.run().suites();
        return bySuite.entrySet().stream()
                .sorted(Comparator.comparing(
                        suite -> order.contains(suite.getKey()) ? order.indexOf(suite.getKey()) : order.size()))
                .map(suite -> new SuiteSection(
                        suite.getKey(), "suite-" + suite.getKey().replaceAll("[^A-Za-z0-9]+", "-"), suite.getValue()))
                .toList();
    }

    private static Set<String> open(List<SuiteSection> suites) {
        Stream<RuleRow> problems = suites.stream()
                .flatMap(suite -> suite.rules().stream())
                .filter(rule -> rule.keys().contains("problem"))
                .sorted(Comparator.comparing(rule -> !rule.failed()));
        return problems.limit(MOST_OPEN).map(RuleRow::id).collect(Collectors.toSet());
    }

    private static List<TargetCard.Tally> filters(List<SuiteSection> suites) {
        // A rule counts once for each verdict that it got, on however many targets.
        return Mark.tallies(suites.stream()
                .flatMap(suite -> suite.rules().stream())
                .flatMap(rule -> rule.cells().stream().map(RuleRow.Cell::mark).distinct())
                .toList());
    }
}
