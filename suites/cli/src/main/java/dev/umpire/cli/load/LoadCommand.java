package dev.umpire.cli.load;

import dev.umpire.cli.Closing;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.ResultFolder;
import dev.umpire.cli.RunEvents;
import dev.umpire.cli.SubCommand;
import dev.umpire.cli.TargetSelection;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how targets deliver under load, one after the other, and judges every delivery. */
@Command(
        name = "load",
        description = "Measures how fast servers broadcast, judges every delivery, and writes a report.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Times are numbers with a unit: 500ms, 30s, 2m, 1h.",
            "Examples:",
            "  umpire load                                  the embedded reference server",
            "  umpire load --server node --receivers 500    Node's socket.io",
            "  umpire load --target http://localhost:3000   a server that is running"
        })
public final class LoadCommand implements SubCommand {
    /** Set by the container image of the command. */
    private static final String IN_IMAGE = "umpire.image";

    /** As in production: a load run needs no short heartbeats. */
    private static final TargetOptions OPTIONS =
            TargetOptions.plain(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(45), 1_000_000);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final TargetSelection targets = new TargetSelection();

    @Mixin
    private final ResultFolder resultFolder = new ResultFolder();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What happens: fan-out (one client broadcasts, all others receive). Default: fan-out.")
    private String scenario = "fan-out";

    @Option(names = "--receivers", paramLabel = "N", description = "Clients that receive. Default: ${DEFAULT-VALUE}.")
    private int receivers = 100;

    @Option(names = "--rate", paramLabel = "R", description = "Broadcasts per second. Default: ${DEFAULT-VALUE}.")
    private double rate = 100;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "How long is measured. Default: 30s.")
    private Duration duration = Duration.ofSeconds(30);

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "How long broadcasts are emitted before. Default: 5s.")
    private Duration warmUp = Duration.ofSeconds(5);

    @Option(
            names = "--payload",
            paramLabel = "N",
            description = "Characters of text in each broadcast. Default: ${DEFAULT-VALUE}.")
    private int payload = 80;

    /** Made by {@link java.util.ServiceLoader}. */
    public LoadCommand() {}

    @Override
    public Integer call() {
        LoadEngine engine = LoadEngine.find().orElseThrow(() -> new HarnessException(absence()));
        requireScenario(engine);
        List<TargetSelection.Choice> choices = targets.choices(OPTIONS);
        requirePlan();
        Path folder = resultFolder.fresh();
        PrintWriter out = spec.commandLine().getOut();
        try (ResultLog log = ResultLog.create(folder)) {
            long began = System.nanoTime();
            log.append(RunEvents.started(spec));
            for (TargetSelection.Choice choice : choices) {
                new TargetLoad(choice, engine, url -> plan(choice.name(), url, folder), log, out).run();
            }
            log.append(new ResultEvent.RunFinished(RunEvents.millisSince(began)));
        } catch (IOException e) {
            throw new HarnessException("cannot write results to " + folder + ": " + e.getMessage(), e);
        }
        return Closing.write(folder, out);
    }

    private static String absence() {
        return Boolean.getBoolean(IN_IMAGE)
                ? "the load scenarios are not in this image, since the licence of the charts in Gatling's report forbids"
                        + " to copy them. Run them from a checkout: ./umpire load"
                : "the load scenarios are not on the class path. They are in the module suites/load, which ./umpire load"
                        + " uses.";
    }

    private void requireScenario(LoadEngine engine) {
        List<String> known =
                engine.scenarios().stream().map(LoadEngine.Scenario::name).toList();
        if (!known.contains(scenario)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no scenario \"" + scenario + "\". Known: " + String.join(", ", known));
        }
    }

    /** Before anything is started: a plan that cannot be carried out is a wrong option. */
    private void requirePlan() {
        try {
            plan("", URI.create("http://localhost/"), Path.of(""));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "Cannot do that: " + e.getMessage(), e);
        }
    }

    private LoadPlan plan(String target, URI url, Path folder) {
        return new LoadPlan(
                scenario,
                target,
                url,
                1,
                receivers,
                1,
                1,
                Wires.WEBSOCKET,
                rate,
                warmUp,
                duration,
                payload,
                null,
                null,
                folder);
    }
}
