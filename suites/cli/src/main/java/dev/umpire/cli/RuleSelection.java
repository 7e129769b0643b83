package dev.umpire.cli;

import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Rule;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose rules: all of them unless suites or ids are named. */
final class RuleSelection {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--suite",
            paramLabel = "SUITE",
            description = "The rules of this suite, such as emit-scopes, instead of all; may be repeated.")
    private final List<String> suites = new ArrayList<>();

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description = "This rule, such as SCOPE-IO-EVERYONE, instead of all; may be repeated, and adds to --suite.")
    private final List<String> ids = new ArrayList<>();

    /**
     * The rules that were asked for.
     *
     * @throws ParameterException if a suite or id does not exist; says what may have been meant
     */
    List<Rule> from(Catalogue catalogue) {
        Set<Suite> wantedSuites = EnumSet.noneOf(Suite.class);
        suites.forEach(name -> wantedSuites.add(suite(name)));
        Set<String> wantedIds = new HashSet<>();
        ids.forEach(id -> wantedIds.add(rule(catalogue, id).id()));
        boolean all = wantedSuites.isEmpty() && wantedIds.isEmpty();
        return catalogue.rules().stream()
                .filter(rule -> all || wantedSuites.contains(rule.suite()) || wantedIds.contains(rule.id()))
                .toList();
    }

    /** The rule with an id, or a usage error that says what may have been meant. */
    static Rule rule(Catalogue catalogue, String id, CommandLine command) {
        return catalogue.rule(id).orElseThrow(() -> {
            List<String> ids = catalogue.rules().stream().map(Rule::id).toList();
            return new ParameterException(
                    command, "There is no rule " + id + ". Did you mean " + Nearest.to(id, ids) + "? All: umpire list");
        });
    }

    private Rule rule(Catalogue catalogue, String id) {
        return rule(catalogue, id, spec.commandLine());
    }

    private Suite suite(String name) {
        return Suite.named(name).orElseThrow(() -> {
            List<String> slugs = Arrays.stream(Suite.values()).map(Suite::slug).toList();
            return new ParameterException(
                    spec.commandLine(),
                    "There is no suite " + name + ". Did you mean " + Nearest.to(name, slugs) + "? All: "
                            + String.join(", ", slugs));
        });
    }
}
