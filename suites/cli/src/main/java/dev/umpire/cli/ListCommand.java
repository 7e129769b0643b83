package dev.umpire.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.umpire.reports.model.Citation;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Rule;
import dev.umpire.suites.rule.Suite;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the rules. */
@Command(name = "list", description = "Lists the rules.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final RuleSelection selection = new RuleSelection();

    @Option(names = "--json", description = "As JSON, with everything that is known about each rule.")
    private boolean json;

    private record Entry(
            String id,
            String suite,
            String level,
            String authority,
            String says,
            String tier,
            List<String> capabilities,
            List<Citation> citations,
            List<String> saboteurs,
            List<String> seenIn) {}

    @Override
    public void run() {
        List<Rule> rules = selection.from(Catalogue.load());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(rules));
            return;
        }
        Map<Suite, List<Rule>> suites =
                rules.stream().collect(Collectors.groupingBy(Rule::suite, TreeMap::new, Collectors.toList()));
        suites.forEach((suite, members) -> {
            out.println(suite.title() + " (--suite " + suite.slug() + ")");
            members.forEach(rule -> out.printf("  %-34s %-6s the server %s%n", rule.id(), rule.level(), rule.says()));
            out.println();
        });
        out.println(rules.size() + " rules. More on one: umpire explain ID");
    }

    private static String json(List<Rule> rules) {
        List<Entry> entries = rules.stream()
                .map(rule -> new Entry(
                        rule.id(),
                        rule.suite().title(),
                        rule.level().name(),
                        rule.authority().name(),
                        rule.says(),
                        rule.tier().label(),
                        rule.capabilities().stream().sorted().toList(),
                        rule.citations(),
                        rule.sabotagedBy().stream().map(Class::getSimpleName).toList(),
                        rule.seenIn()))
                .toList();
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(entries);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule cannot be written as JSON", e);
        }
    }
}
