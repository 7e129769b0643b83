package dev.umpire.load.run;

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
 */
final class PlanProperties {
    private static final String PREFIX = "umpire.load.";

    private PlanProperties() {}

    static LoadPlan plan(LoadScenario scenario) {
        String url = text("url", "http://localhost:3000/socket.io/");
        return new LoadPlan(
                scenario.label(),
                url,
                URI.create(url),
                1,
                (int) number("receivers", 100),
                (int) number("emitters", 10),
                (int) number("rooms", 10),
                Wires.valueOf(text("transport", "websocket").toUpperCase(Locale.ROOT)),
                number("rate", 100),
                seconds("warmUp", 5),
                seconds("duration", 30),
                (int) number("payload", 80),
                0,
                scenario == LoadScenario.RAMP ? ramp() : null,
                null,
                null,
                Path.of(""));
    }

    private static @Nullable Ramp ramp() {
        return new Ramp(
                number("rampTo", 10_000), number("rampFactor", 1.3), seconds("rampStep", 5), Duration.ofNanos((long)
                        (number("rampP99", 100) * 1e6)));
    }

    private static Duration seconds(String name, double fallback) {
        return Duration.ofNanos((long) (number(name, fallback) * 1e9));
    }

    private static double number(String name, double fallback) {
        return Double.parseDouble(text(name, Double.toString(fallback)));
    }

    private static String text(String name, String fallback) {
        return System.getProperty(PREFIX + name, fallback);
    }
}
