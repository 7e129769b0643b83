package dev.umpire.cli.load;

import dev.umpire.cli.Closing;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.ResultFolder;
import dev.umpire.cli.RunEvents;
import dev.umpire.cli.SubCommand;
import dev.umpire.cli.TargetSelection;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.target.UmpireImage;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.WordUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how targets deliver under load, in turns, and judges every delivery. */
@Command(
        name = "load",
        description = "Measures how fast servers broadcast, judges every delivery, compares the servers, and writes a"
                + " report.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Times are numbers with a unit: 500ms, 30s, 2m, 1h.",
            "Exit codes: 0 all deliveries right and all expectations met, 1 not so, 2 wrong",
            "usage, 3 something could not be measured.",
            "Examples:",
            "  umpire load                                  the embedded reference server",
            "  umpire load --target http://localhost:3000   a server that is running",
            "  umpire load --scenario ramp --server node    where Node's socket.io breaks",
            "  umpire load --server reference --server node --scenario fan-out,storm",
            "                                               two servers, taking turns",
            "  umpire load --target http://localhost:3000 --max-p99 50ms --min-rate 8000",
            "                                               fails if it is slower"
        })
public final class LoadCommand implements SubCommand {
    private static final int ROUNDS_OF_SEVERAL = 3;
    private static final int HELP_WIDTH = 79;
    private static final String INDENT = " ".repeat(16);

    /** As in production: a load run needs no short heartbeats. */
    private static final TargetOptions OPTIONS =
            TargetOptions.plain(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(45), 1_000_000);

    private final Optional<LoadEngine> found;

    private CommandSpec spec;

    @Mixin
    private final TargetSelection targets = new TargetSelection();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            description = "What happens, as listed below; may be repeated. Default: fan-out.")
    private List<String> scenarios = List.of("fan-out");

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each scenario is done to each target; the targets take turns. Default: 1, or 3 for"
                    + " several targets.")
    private @Nullable Integer rounds;

    @Mixin
    private final WorkOptions work = new WorkOptions();

    @Mixin
    private final ExpectationOptions expected = new ExpectationOptions();

    @Option(
            names = "--no-calibration",
            description = "Do not measure what the harness itself can receive, which takes seconds for each kind of"
                    + " work. It then starts cold, so that the first round is slower than it should be.")
    private boolean uncalibrated;

    @Mixin
    private final InjectorOptions part = new InjectorOptions();

    @Mixin
    private final ResultFolder resultFolder = new ResultFolder();

    /** Made by {@link java.util.ServiceLoader}. */
    public LoadCommand() {
        this(LoadEngine.find());
    }

    LoadCommand(Optional<LoadEngine> found) {
        this.found = found;
    }

    /** Has the help text list what the engine can do. */
    @Spec
    void describe(CommandSpec command) {
        spec = command;
        List<String> footer =
                new ArrayList<>(List.of("", "Scenarios, and what they do unless an option says otherwise:"));
        for (LoadEngine.Scenario scenario : found.map(LoadEngine::scenarios).orElse(List.of())) {
            footer.add(String.format("  %-13s ", scenario.name()) + indented(scenario.description()));
            footer.add(INDENT + indented(Defaults.words(scenario.name())));
        }
        footer.addAll(List.of(command.usageMessage().footer()));
        command.usageMessage().footer(footer.toArray(String[]::new));
    }

    private static String indented(String text) {
        return WordUtils.wrap(text.replace("%", "%%"), HELP_WIDTH - INDENT.length(), "%n" + INDENT, false);
    }

    @Override
    public Integer call() {
        LoadEngine engine = found.orElseThrow(() -> new HarnessException(absence()));
        List<TargetSelection.Choice> choices = choices();
        List<String> chosen = scenarios(engine);
        int times = rounds(choices.size());
        Injector injector = part.injector(choices, known(engine, chosen), times, expected);
        work.check(chosen, injector);
        Expectations expectations = expected.expectations(
                choices.stream().map(TargetSelection.Choice::name).toList(), chosen);
        Order order = new Order(choices, chosen, times, expectations, injector);
        Path folder = resultFolder.fresh();
        PrintWriter out = spec.commandLine().getOut();
        try (Interruption interruption = Interruption.watch(engine, out)) {
            record(engine, order, interruption, folder, out);
            return Closing.write(folder, out);
        }
    }

    private void record(LoadEngine engine, Order order, Interruption interruption, Path folder, PrintWriter out) {
        try (ResultLog log = ResultLog.create(folder)) {
            long began = System.nanoTime();
            log.append(RunEvents.started(spec));
            Injector injector = order.injector();
            if (injector != null) {
                log.append(new ResultEvent.Remarked("This is " + injector.words() + " of the run " + injector.run()
                        + ", with its part of the clients: umpire report puts all of them together."));
            }
            Calibration calibration = new Calibration(engine, !uncalibrated, out);
            List<Contender> contenders = order.choices().stream()
                    .map(choice -> new Contender(choice, log, out))
                    .toList();
            new LoadRun(engine, work, order.expectations(), calibration, interruption, log, injector, folder)
                    .run(contenders, order.scenarios(), order.rounds());
            log.append(new ResultEvent.RunFinished(RunEvents.millisSince(began)));
        } catch (IOException e) {
            throw new HarnessException("cannot write results to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String absence() {
        return UmpireImage.isHere()
                ? "the load scenarios are not in this image. Build one that has them, from a checkout:"
                        + " ./umpire image --with-load"
                : "the load scenarios are not on the class path. They are in the module suites/load, which ./umpire load"
                        + " uses.";
    }

    /** Results are told apart by the names of their targets. */
    private List<TargetSelection.Choice> choices() {
        List<TargetSelection.Choice> choices = targets.choices(OPTIONS);
        Set<String> names = new HashSet<>();
        for (TargetSelection.Choice choice : choices) {
            if (!names.add(choice.name())) {
                throw wrong("The target " + choice.name() + " is named twice. To measure it more often, use --rounds");
            }
        }
        return choices;
    }

    private List<String> scenarios(LoadEngine engine) {
        List<String> known =
                engine.scenarios().stream().map(LoadEngine.Scenario::name).toList();
        List<String> chosen = new ArrayList<>();
        for (String name : scenarios) {
            if (!known.contains(name)) {
                throw wrong("There is no scenario \"" + name + "\". Known: " + String.join(", ", known));
            }
            if (!chosen.contains(name)) {
                chosen.add(name);
            }
        }
        return chosen;
    }

    private static List<LoadEngine.Scenario> known(LoadEngine engine, List<String> names) {
        return engine.scenarios().stream()
                .filter(scenario -> names.contains(scenario.name()))
                .toList();
    }

    private int rounds(int targetCount) {
        if (rounds == null) {
            return targetCount > 1 ? ROUNDS_OF_SEVERAL : 1;
        }
        if (rounds < 1) {
            throw wrong("There must be at least 1 round, not " + rounds);
        }
        return rounds;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** What was asked for, made out to be possible. */
    private record Order(
            List<TargetSelection.Choice> choices,
            List<String> scenarios,
            int rounds,
            Expectations expectations,
            @Nullable Injector injector) {}
}
