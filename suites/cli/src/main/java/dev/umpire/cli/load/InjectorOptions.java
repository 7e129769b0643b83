package dev.umpire.cli.load;

import dev.umpire.cli.TargetSelection;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that make this process one of several that load a server together. */
final class InjectorOptions {
    private static final Pattern PART = Pattern.compile("(\\d{1,4})(\\+1)?/(\\d{1,4})");

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup(exclusive = false)
    private @Nullable Part part;

    /** picocli insists on all three. */
    private static final class Part {
        @Option(
                names = "--injector",
                required = true,
                paramLabel = "I/N",
                description =
                        "Be the I-th of N processes that load the server together, and play only its part of the"
                                + " clients; also I+1/N, for those who count from 0. Put the results together with: umpire report DIR DIR … --out MERGED.")
        private String place = "";

        @Option(
                names = "--start-at",
                required = true,
                paramLabel = "INSTANT",
                description = "When the first broadcast of all injectors is due, such as 2030-01-31T10:00:00Z: late"
                        + " enough for all clients to have connected.")
        private String start = "";

        @Option(
                names = "--run",
                required = true,
                paramLabel = "NAME",
                description = "What all injectors call their run.")
        private String run = "";
    }

    /** For picocli. */
    InjectorOptions() {}

    /**
     * Which injector this process is, or null if it does all by itself.
     *
     * @throws ParameterException if it can be none, or what was asked for cannot be divided
     */
    @Nullable Injector injector(
            List<TargetSelection.Choice> targets,
            List<LoadEngine.Scenario> scenarios,
            int rounds,
            ExpectationOptions expected) {
        if (part == null) {
            return null;
        }
        Injector injector = parse(part);
        if (targets.size() != 1 || targets.get(0).ours()) {
            throw wrong("Injectors load one server that is running: name it with one --target");
        }
        if (scenarios.size() != 1 || rounds != 1) {
            throw wrong("Injectors share one round of one scenario");
        }
        LoadEngine.Scenario scenario = scenarios.get(0);
        if (!scenario.divisible()) {
            throw wrong("The scenario " + scenario.name() + " cannot be divided among injectors");
        }
        if (expected.ofFigures()) {
            throw wrong(
                    "What is expected of figures cannot be held against those of one injector: give --max-p99 and its"
                            + " like to umpire report, with the folders of all injectors");
        }
        if (injector.untilStart().isNegative()) {
            throw wrong("The --start-at " + injector.start() + " is over: it is " + Instant.now());
        }
        if (injector.untilStart().compareTo(LONGEST_WAIT) > 0) {
            throw wrong("The --start-at " + injector.start() + " is more than a day away: it is " + Instant.now());
        }
        return injector;
    }

    private Injector parse(Part given) {
        Matcher place = PART.matcher(given.place);
        if (!place.matches()) {
            throw wrong("\"" + given.place + "\" is no place among injectors. Wanted: one such as 2/3");
        }
        try {
            return new Injector(
                    given.run,
                    Integer.parseInt(place.group(1)) + (place.group(2) == null ? 0 : 1),
                    Integer.parseInt(place.group(3)),
                    Instant.parse(given.start));
        } catch (DateTimeParseException e) {
            throw wrong("\"" + given.start + "\" is no instant. Wanted: one in UTC such as 2030-01-31T10:00:00Z");
        } catch (IllegalArgumentException e) {
            throw wrong("Cannot do that: " + e.getMessage());
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
