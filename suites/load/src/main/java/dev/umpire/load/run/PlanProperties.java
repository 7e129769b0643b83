package dev.umpire.load.run;

import dev.umpire.cli.load.Defaults;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Ramp;
import dev.umpire.cli.load.Wires;
import dev.umpire.load.cast.LoadScenario;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a simulation that Gatling runs without the command: {@code umpire.load.url}, {@code .receivers},
 * {@code .emitters}, {@code .rooms}, {@code .transport} (websocket, polling, upgrade, mixed), {@code .rate} (per
 * second), {@code .warmUp} and {@code .duration} (seconds), {@code .payload} (characters); and for a ramp
 * {@code .rampTo} (per second), {@code .rampFactor}, {@code .rampStep} (seconds) and {@code .rampP99} (milliseconds).
 * What is not said is as with the command.
 */
final class PlanProperties {
    private static final String PREFIX = "umpire.load.";

    private PlanProperties() {}

    static LoadPlan plan(LoadScenario scenario) {
        String url = text("url", "http://localhost:3000/socket.io/");
        Defaults usual = Defaults.of(scenario.label());
        return new LoadPlan(
                scenario.label(),
                url,
                URI.create(url),
                1,
                (int) number("receivers", usual.receivers()),
                (int) number("emitters", usual.emitters()),
                (int) number("rooms", usual.rooms()),
                Wires.valueOf(text("transport", usual.wires().name()).toUpperCase(Locale.ROOT)),
                number("rate", usual.rate()),
                seconds("warmUp", Defaults.WARM_UP),
                seconds("duration", Defaults.DURATION),
                (int) number("payload", usual.payload()),
                0,
                scenario == LoadScenario.RAMP ? ramp() : null,
                null,
                null,
                Path.of(""));
    }

    private static @Nullable Ramp ramp() {
        Ramp usual = Defaults.ramp();
        return new Ramp(
                number("rampTo", usual.to()),
                number("rampFactor", usual.factor()),
                seconds("rampStep", usual.step()),
                Duration.ofNanos((long) (number("rampP99", usual.p99().toNanos() / 1e6) * 1e6)));
    }

    private static Duration seconds(String name, Duration fallback) {
        return Duration.ofNanos((long) (number(name, fallback.toNanos() / 1e9) * 1e9));
    }

    private static double number(String name, double fallback) {
        return Double.parseDouble(text(name, Double.toString(fallback)));
    }

    private static String text(String name, String fallback) {
        return System.getProperty(PREFIX + name, fallback);
    }
}
