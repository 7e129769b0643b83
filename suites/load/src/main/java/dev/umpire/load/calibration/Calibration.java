package dev.umpire.load.calibration;

import dev.umpire.cli.load.LoadEngine;
import dev.umpire.cli.load.LoadFailedException;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Wires;
import dev.umpire.fixtures.target.JavaProcess;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.load.cast.LoadScenario;
import dev.umpire.reports.model.LoadResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Measures how many deliveries per second the harness itself can receive and judge. */
public final class Calibration {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration DURATION = Duration.ofSeconds(2);

    private final LoadEngine engine;

    /** With the engine that runs the scenarios, too. */
    public Calibration(LoadEngine engine) {
        this.engine = engine;
    }

    /**
     * Deliveries per second of such work from a server that does nothing but write; empty where clients poll, since
     * then the exchange of requests is the work.
     *
     * @throws LoadFailedException if it could not be measured
     */
    public OptionalDouble ceiling(LoadPlan plan) throws LoadFailedException {
        if (plan.wires() != Wires.WEBSOCKET) {
            return OptionalDouble.empty();
        }
        Path folder = temporaryFolder();
        try (Target broadcaster = JavaProcess.start("null-broadcaster", NullBroadcaster.class, List.of())) {
            LoadResult result = engine.run(
                    new LoadPlan(
                            LoadScenario.BURST.label(),
                            broadcaster.name(),
                            broadcaster.url(),
                            1,
                            plan.receiversHere(),
                            1,
                            1,
                            Wires.WEBSOCKET,
                            plan.rate(),
                            WARM_UP,
                            DURATION,
                            plan.payload(),
                            0,
                            null,
                            null,
                            null,
                            folder),
                    moment -> {});
            if (result.problem() != null) {
                throw new LoadFailedException("the calibration went wrong: " + result.problem());
            }
            return OptionalDouble.of(result.deliveries().perSecond());
        } catch (TargetUnavailableException e) {
            throw new LoadFailedException("the null broadcaster does not start: " + e.getMessage(), e);
        } finally {
            remove(folder);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("umpire-calibration");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Gatling wrote about it is of no interest. */
    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
