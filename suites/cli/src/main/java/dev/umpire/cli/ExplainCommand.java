package dev.umpire.cli;

import dev.umpire.reports.model.RuleBackground;
import dev.umpire.suites.rule.Backgrounds;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Rule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says all there is to know about one rule. */
@Command(name = "explain", description = "Explains one rule.", mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RULE", description = "The rule's id, such as SCOPE-IO-EVERYONE.")
    private String id = "";

    @Override
    public void run() {
        Rule rule = RuleSelection.rule(Catalogue.load(), id, spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        out.println(rule.id() + " (" + rule.suite().title() + ")");
        out.println();
        out.println("The server " + rule.level() + ": " + rule.says() + ".");
        out.println();
        out.println("When broken    " + rule.level().whenBroken().label());
        out.println("Authority      "
                + rule.authority().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        rule.citations()
                .forEach(citation -> out.println("Written in     " + citation.document() + ", " + citation.section()
                        + "\n               " + citation.url()));
        RuleBackground background = Backgrounds.of(List.of(rule)).get(0);
        background
                .hasBitten()
                .forEach(bug -> out.println("Has bitten     " + bug.implementation() + ": " + bug.symptom()
                        + "\n               " + bug.reference()));
        background
                .seenToFail()
                .forEach(defect -> out.println(
                        "Seen to fail   when the server " + defect.does() + " (" + defect.saboteur() + ")"));
        out.println("Needs          the " + rule.tier().label() + " tier"
                + (rule.capabilities().isEmpty() ? "" : " and " + String.join(", ", rule.capabilities())));
        out.println("Probe          " + rule.probe().where());
        out.println("Run it alone   umpire run --rule " + rule.id());
    }
}
