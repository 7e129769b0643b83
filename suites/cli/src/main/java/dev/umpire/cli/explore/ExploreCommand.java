package dev.umpire.cli.explore;

import dev.umpire.cli.ExitCode;
import dev.umpire.cli.HarnessException;
import dev.umpire.cli.ResultFolder;
import dev.umpire.cli.SubCommand;
import dev.umpire.cli.TargetSelection;
import dev.umpire.explore.Explorer;
import dev.umpire.explore.program.Program;
import dev.umpire.explore.program.Script;
import dev.umpire.fixtures.fault.Weather;
import dev.umpire.fixtures.target.TargetOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks for programs of clients under which servers deliver what they must not, or not what they must. */
@Command(
        name = "explore",
        description = "Plays random programs of many clients to servers and judges who received what, until one is"
                + " wrong, which is made small, or the time is over.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 nothing found, 1 a server broke the model, 2 wrong usage, 3 could not",
            "explore.",
            "Examples:",
            "  umpire explore                                    the embedded reference server",
            "  umpire explore --target http://localhost:3000 --minutes 10",
            "  umpire explore --server node --faults cut,jitter  over bad wires",
            "  umpire explore --server node --replay program.txt a program again"
        })
public final class ExploreCommand implements SubCommand {
    private static final int SEEDS = 1_000_000_000;

    private CommandSpec spec;

    @Mixin
    private final TargetSelection targets = new TargetSelection();

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "1",
            description = "How long each server is explored, such as 0.5 or 30. Default: ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(names = "--seed", paramLabel = "S", description = "Of all programs. Default: a fresh one, which is said.")
    private @Nullable Long seed;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "" + Explorer.STEPS,
            description = "Steps of each program. Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--clients",
            paramLabel = "K",
            defaultValue = "" + Explorer.MOST,
            description = "Most clients of a program; some have up to twice as many. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(names = "--faults", paramLabel = "NAME", split = ",", description = "Faults on the wire, as listed below.")
    private final List<Fault> faults = new ArrayList<>();

    @Option(
            names = "--leave-own-rooms",
            description = "Clients leave the rooms of their own ids, too, after which Node's server takes them for"
                    + " somebody else.")
    private boolean ownRooms;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Plays this program instead of random ones, as often as --times says.")
    private @Nullable Path replay;

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often a program is replayed, to say how reliably it fails. Default: ${DEFAULT-VALUE}.")
    private int times;

    @Mixin
    private final ResultFolder resultFolder = new ResultFolder();

    /** Made by {@link java.util.ServiceLoader}. */
    public ExploreCommand() {}

    /** Has the help text list the faults. */
    @Spec
    void describe(CommandSpec command) {
        spec = command;
        Stream<String> listed =
                Stream.of(Fault.values()).map(fault -> String.format("  %-10s %s", fault.word(), fault.description()));
        command.usageMessage()
                .footer(Stream.of(
                                Stream.of("", "Faults:"),
                                listed,
                                Stream.of(command.usageMessage().footer()))
                        .flatMap(lines -> lines)
                        .toArray(String[]::new));
    }

    @Override
    public Integer call() {
        check(minutes > 0, "--minutes must be more than 0, not " + minutes);
        check(steps > 0, "--steps must be 1 or more, not " + steps);
        check(clients > 0, "--clients must be 1 or more, not " + clients);
        check(times > 0, "--times must be 1 or more, not " + times);
        Program program = replay == null ? null : read(replay);
        long chosen = seed == null ? new SecureRandom().nextInt(SEEDS) : seed;
        Explorer explorer =
                new Explorer(chosen, steps, Math.min(Explorer.FEWEST, clients), clients, false, ownRooms, Weather.FAIR);
        for (Fault fault : faults) {
            explorer = fault.added(explorer);
        }
        PrintWriter out = spec.commandLine().getOut();
        Expedition expedition = new Expedition(explorer, faults, resultFolder.fresh(), times, out);
        int worst = ExitCode.CONFORMANT;
        for (TargetSelection.Choice choice : targets.choices(TargetOptions.brisk())) {
            int code = program == null
                    ? expedition.explore(choice, Duration.ofMillis((long) (minutes * 60_000)))
                    : expedition.replay(choice, program);
            worst = worst == ExitCode.NOT_CONFORMANT || code == ExitCode.NOT_CONFORMANT
                    ? ExitCode.NOT_CONFORMANT
                    : Math.max(worst, code);
        }
        return worst;
    }

    private static Program read(Path file) {
        try {
            return Script.parse(Files.readString(file));
        } catch (IOException e) {
            throw new HarnessException(file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new HarnessException(file + " is no program: " + e.getMessage(), e);
        }
    }

    private void check(boolean right, String sentence) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
