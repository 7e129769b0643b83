package dev.umpire.load;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Wires;
import dev.umpire.load.cast.LoadScenario;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.Usage;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;

/** What a delivery costs the harness: a program to be run on a core of its own, against a server on another. */
final class HarnessCost {
    private static final int RECEIVERS = 500;
    private static final int PAYLOAD = 80;

    private HarnessCost() {}

    /** Bursts to 500 receivers for some seconds. The argument: address of a null broadcaster. */
    public static void main(String[] arguments) throws Exception {
        LoadResult result = new GatlingEngine()
                .run(
                        new LoadPlan(
                                LoadScenario.BURST.label(),
                                "null",
                                URI.create(arguments[0]),
                                1,
                                RECEIVERS,
                                1,
                                1,
                                Wires.WEBSOCKET,
                                1,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10),
                                PAYLOAD,
                                0,
                                null,
                                null,
                                null,
                                Files.createTempDirectory("harness-cost")),
                        moment -> {});
        Usage usage = result.harness();
        System.out.printf(
                Locale.ROOT,
                "%.0f deliveries/s, %.3f us of CPU each, %s%n",
                result.deliveries().perSecond(),
                usage == null ? 0 : usage.cpuMicrosPerDelivery(),
                result.problem() == null ? "clean" : result.problem());
        System.exit(0);
    }
}
