package dev.umpire.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.simulation.FanOutSimulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The package holds what Gatling Enterprise does not have, and nothing that it has. */
class EnterprisePackageIT {
    private static final Path PACKAGE = Path.of(System.getProperty("umpire.enterprise", ""));

    @Test
    void itHoldsEverySimulation() throws IOException {
        assertThat(names())
                .contains(
                        "dev/umpire/load/simulation/BinarySimulation.class",
                        "dev/umpire/load/simulation/BurstSimulation.class",
                        "dev/umpire/load/simulation/ChurnSimulation.class",
                        "dev/umpire/load/simulation/FanOutSimulation.class",
                        "dev/umpire/load/simulation/MixedSimulation.class",
                        "dev/umpire/load/simulation/RampSimulation.class",
                        "dev/umpire/load/simulation/RoomsSimulation.class",
                        "dev/umpire/load/simulation/SlowReadersSimulation.class",
                        "dev/umpire/load/simulation/StormSimulation.class");
    }

    @Test
    void itNamesEverySimulationOnce() throws IOException {
        try (JarFile jar = new JarFile(PACKAGE.toFile())) {
            String simulations = jar.getManifest().getMainAttributes().getValue("Gatling-Simulations");

            assertThat(simulations.split(",", -1))
                    .hasSize(LoadScenario.values().length)
                    .doesNotHaveDuplicates()
                    .contains(FanOutSimulation.class.getName());
        }
    }

    @Test
    void itHoldsNothingOfGatling() throws IOException {
        assertThat(names()).noneMatch(name -> name.startsWith("io/gatling/") && name.endsWith(".class"));
        assertThat(names()).noneMatch(name -> name.contains("highcharts") || name.contains("highstock"));
    }

    @Test
    void itHoldsWhatTheSimulationsNeed() throws IOException {
        assertThat(names())
                .contains(
                        "dev/umpire/load/run/LoadSimulation.class",
                        "dev/umpire/gatling/SocketIoDsl.class",
                        "dev/umpire/fixtures/delivery/SequenceChecker.class",
                        "org/HdrHistogram/Histogram.class")
                .doesNotHaveDuplicates();
    }

    private static List<String> names() throws IOException {
        try (JarFile jar = new JarFile(PACKAGE.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .toList();
        }
    }
}
