package dev.umpire.cli.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how much is to be done; what is left out depends on the scenario. */
final class WorkOptions {
    private static final String RAMP = "ramp";

    /** A mixture of transports is all that this scenario is about. */
    private static final String MIXED = "mixed";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--receivers", paramLabel = "N", description = "Clients that receive.")
    private @Nullable Integer receivers;

    @Option(names = "--emitters", paramLabel = "N", description = "Clients that emit, in the scenario storm.")
    private @Nullable Integer emitters;

    @Option(names = "--rooms", paramLabel = "N", description = "Rooms over which receivers are spread, in rooms.")
    private @Nullable Integer rooms;

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            description = "How the clients talk: websocket, polling, upgrade (polling, then WebSocket) or mixed.")
    private @Nullable Wires wires;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Broadcasts per second, of all emitters together; a ramp begins with it.")
    private @Nullable Double rate;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "How long is measured. Default: 30s.")
    private Duration duration = Defaults.DURATION;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "How long broadcasts are emitted before. Default: 5s.")
    private Duration warmUp = Defaults.WARM_UP;

    @Option(names = "--payload", paramLabel = "N", description = "Characters or bytes in each broadcast.")
    private @Nullable Integer payload;

    @Option(
            names = "--ramp-to",
            paramLabel = "R",
            description = "Broadcasts per second at which a ramp ends, if nothing breaks before. Default: 10000.")
    private @Nullable Double rampTo;

    @Option(
            names = "--ramp-factor",
            paramLabel = "F",
            description = "What a ramp multiplies the rate by at each step. Default: 1.5.")
    private @Nullable Double rampFactor;

    @Option(
            names = "--ramp-step",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "How long each step of a ramp takes. Default: 10s.")
    private @Nullable Duration rampStep;

    @Option(
            names = "--ramp-p99",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = "The p99 of delivery at which a ramp ends. Default: 100ms.")
    private @Nullable Duration rampP99;

    /** For picocli. */
    WorkOptions() {}

    /**
     * Checks the options before anything is started: what cannot be carried out is a wrong option.
     *
     * @throws ParameterException if a scenario cannot be carried out, or an option fits none of them
     */
    void check(Iterable<String> scenarios, @Nullable Injector injector) {
        boolean ramp = false;
        for (String scenario : scenarios) {
            ramp |= scenario.equals(RAMP);
            try {
                plan(scenario, "", URI.create("http://localhost/"), 1, 0, injector, null, Path.of(""));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "Cannot do that: " + e.getMessage(), e);
            }
        }
        if (!ramp && (rampTo != null || rampFactor != null || rampStep != null || rampP99 != null)) {
            throw new ParameterException(
                    spec.commandLine(), "The options --ramp-… are for the scenario ramp: add --scenario ramp");
        }
    }

    /** One round of a scenario. */
    LoadPlan plan(
            String scenario,
            String target,
            URI url,
            int round,
            long maxLost,
            @Nullable Injector injector,
            @Nullable ProcessHandle process,
            Path out) {
        Defaults usual = Defaults.of(scenario);
        int audience = or(receivers, usual.receivers());
        return new LoadPlan(
                scenario,
                target,
                url,
                round,
                audience,
                or(emitters, Math.min(audience, usual.emitters())),
                or(rooms, Math.min(audience, usual.rooms())),
                scenario.equals(MIXED) ? Wires.MIXED : or(wires, usual.wires()),
                or(rate, usual.rate()),
                warmUp,
                duration,
                or(payload, usual.payload()),
                maxLost,
                scenario.equals(RAMP) ? ramp() : null,
                injector,
                process,
                out);
    }

    private Ramp ramp() {
        return new Ramp(
                or(rampTo, Defaults.RAMP_TO),
                or(rampFactor, Defaults.RAMP_FACTOR),
                or(rampStep, Defaults.RAMP_STEP),
                or(rampP99, Defaults.RAMP_P99));
    }

    private static <T> T or(@Nullable T given, T usual) {
        return given == null ? usual : given;
    }
}
