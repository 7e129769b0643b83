package dev.umpire.cli;

import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.reports.model.KnownFailureCheck;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RunResults;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges targets by the rules and writes the reports. */
@Command(
        name = "run",
        description = "Judges servers by the rules and writes a report.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  umpire run                                   the embedded reference server",
            "  umpire run --target http://localhost:3000    a server that is running",
            "  umpire run --server node --suite ordering    one suite against Node's socket.io"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Has the help text say what the servers are that Umpire can start. */
    static void listServers(CommandSpec run) {
        Stream<String> servers = Arrays.stream(ServerKind.values())
                .map(kind -> String.format("  %-22s %s", kind.id(), kind.description()));
        run.usageMessage()
                .footer(Stream.concat(
                                Arrays.stream(run.usageMessage().footer()),
                                Stream.concat(Stream.of("", "Servers:"), servers))
                        .toArray(String[]::new));
    }

    @Mixin
    private final TargetSelection targets = new TargetSelection();

    @Mixin
    private final RuleSelection rules = new RuleSelection();

    @Mixin
    private final ResultFolder resultFolder = new ResultFolder();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Tries every rule so many times, and says which changed their verdict or came close to a deadline.")
    private int repeat;

    @Mixin
    private final KnownFailuresOptions knownFailures = new KnownFailuresOptions();

    @Override
    public Integer call() {
        if (repeat < 1) {
            throw new ParameterException(spec.commandLine(), "--repeat must be 1 or more, not " + repeat);
        }
        Catalogue catalogue = Catalogue.load();
        List<Rule> chosen = rules.from(catalogue);
        Optional<ResultEvent.KnownFailuresListed> listed = knownFailures.listed(catalogue);
        KnownFailureCheck known = listed.map(KnownFailureCheck::new).orElseGet(KnownFailureCheck::ofNothing);
        List<TargetSelection.Choice> choices = targets.choices(TargetOptions.brisk());
        Path folder = resultFolder.fresh();
        PrintWriter out = spec.commandLine().getOut();
        try (ResultLog log = ResultLog.create(folder)) {
            long began = System.nanoTime();
            log.append(RunEvents.started(spec, chosen));
            listed.ifPresent(log::append);
            for (TargetSelection.Choice choice : choices) {
                new TargetRun(choice, chosen, known, repeat, folder.resolve("allure-results"), log, out).run();
            }
            log.append(new ResultEvent.RunFinished(RunEvents.millisSince(began)));
        } catch (IOException e) {
            throw new HarnessException("cannot write results to " + folder + ": " + e.getMessage(), e);
        }
        RunResults results = Closing.report(folder, out);
        knownFailures.draft(results, catalogue, out);
        return Closing.exitCode(results);
    }
}
