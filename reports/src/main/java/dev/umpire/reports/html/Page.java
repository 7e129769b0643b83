package dev.umpire.reports.html;

import dev.umpire.reports.model.RuleBackground;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows.
 *
 * @param run the run
 * @param headline the verdict in one sentence
 * @param targets one card per target
 * @param suites the rules
 * @param board the rules of several targets side by side, or null if there is one target or none has rules
 * @param filters verdicts that some rule got, with the number of such rules
 * @param steadiness how steady the rules were on each target that was judged several times
 * @param saboteurs the kill matrix
 * @param loads load results of all targets
 */
public record Page(
        RunResults run,
        Headline headline,
        List<TargetCard> targets,
        List<SuiteSection> suites,
        @Nullable Board board,
        List<TargetCard.Tally> filters,
        List<SteadinessCard> steadiness,
        List<SaboteurRow> saboteurs,
        List<LoadSection> loads) {

    static Page of(RunResults run) {
        List<SuiteSection> suites = suites(run);
        return new Page(
                run,
                Headline.of(run),
                run.targets().stream().map(TargetCard::of).toList(),
                suites,
                run.targets().size() > 1 && !suites.isEmpty() ? Board.of(run, suites) : null,
                filters(suites),
                SteadinessCard.of(run.targets()),
                SaboteurRow.of(run.run().rules()),
                run.targets().stream()
                        .flatMap(target -> target.loads().stream())
                        .map(LoadSection::of)
                        .toList());
    }

    /** All rules, in the suites' order. */
    public List<RuleRow> rules() {
        return suites.stream().flatMap(suite -> suite.rules().stream()).toList();
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

    private static List<TargetCard.Tally> filters(List<SuiteSection> suites) {
        return Arrays.stream(Verdict.values())
                .map(Mark::of)
                .map(mark -> new TargetCard.Tally(
                        mark,
                        Math.toIntExact(suites.stream()
                                .mapToLong(suite -> suite.having(mark.key()))
                                .sum())))
                .filter(tally -> tally.count() > 0)
                .toList();
    }
}
