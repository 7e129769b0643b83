package dev.umpire.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
import dev.umpire.fixtures.target.ModuleImage;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.reports.merge.MergedRun;
import dev.umpire.reports.merge.Share;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Injectors in containers load a server in another one. */
class InjectorContainersIT {
    /** So that all of them have started and connected, on a busy machine, too. */
    private static final Duration LEAD = Duration.ofSeconds(40);

    private static final long LIMIT_SECONDS = 180;

    /** 20 broadcasts/s to 30 receivers for 5 seconds. */
    private static final List<String> WORK = List.of(
            "--target",
            "http://my-server:3000",
            "--receivers",
            "30",
            "--rate",
            "20",
            "--warm-up",
            "1s",
            "--duration",
            "5s",
            "--no-calibration",
            "--out",
            "/tmp/out");

    @TempDir
    private Path folder;

    private final Network network = Network.newNetwork();
    private final List<GenericContainer<?>> containers = new ArrayList<>();
    private String load = "";

    @BeforeEach
    void startServer() {
        load = imageOrSkip(() -> ModuleImage.ofLoad().provide());
        String server = imageOrSkip(() -> ModuleImage.ofReferenceServer().provide());
        GenericContainer<?> target = new GenericContainer<>(DockerImageName.parse(server))
                .withNetwork(network)
                .withNetworkAliases("my-server")
                .withCommand("--host", "0.0.0.0", "--port", "3000")
                .withExposedPorts(3000)
                .waitingFor(Wait.forHttp("/socket.io/?EIO=4&transport=polling"));
        containers.add(target);
        target.start();
    }

    @AfterEach
    void stop() {
        containers.forEach(GenericContainer::stop);
        network.close();
    }

    @Test
    void threeMeasureWhatOneDoes() throws IOException {
        LoadResult three = measure(3);
        LoadResult one = measure(1);

        assertThat(three.problem()).isNull();
        assertThat(three.deliveries().broadcasts()).isEqualTo(100);
        assertThat(three.deliveries().expected()).isEqualTo(3_000);
        assertThat(three.deliveries())
                .usingRecursiveComparison()
                .ignoringFields("perSecond")
                .isEqualTo(one.deliveries());
        assertThat(three.deliveries().perSecond())
                .isCloseTo(one.deliveries().perSecond(), Percentage.withPercentage(10));
        assertThat(three.delivery().count()).isEqualTo(3_000);
        assertThat(three.fanOut().count()).isEqualTo(one.fanOut().count()).isEqualTo(100);
        assertThat(three.timeline().stream()
                        .mapToLong(LoadResult.Point::deliveries)
                        .sum())
                .isEqualTo(3_000);
    }

    private LoadResult measure(int injectors) throws IOException {
        Instant start = Instant.now().plus(LEAD).truncatedTo(ChronoUnit.MILLIS);
        List<GenericContainer<?>> started = new ArrayList<>();
        for (int number = 1; number <= injectors; number++) {
            started.add(start(number + "/" + injectors, start));
        }
        List<Path> folders = new ArrayList<>();
        for (GenericContainer<?> injector : started) {
            folders.add(results(injector, folder.resolve(injectors + "-" + folders.size())));
        }
        return MergedRun.of(folders).load();
    }

    private GenericContainer<?> start(String place, Instant start) {
        List<String> command = new ArrayList<>(List.of("load"));
        command.addAll(WORK);
        command.addAll(List.of("--injector", place, "--run", "containers", "--start-at", start.toString()));
        GenericContainer<?> injector = new GenericContainer<>(DockerImageName.parse(load))
                .withNetwork(network)
                .withCommand(command.toArray(String[]::new));
        containers.add(injector);
        injector.start();
        return injector;
    }

    /** Waits for an injector to end, and copies what it wrote. */
    private static Path results(GenericContainer<?> injector, Path into) throws IOException {
        int exitCode = DockerClientFactory.lazyClient()
                .waitContainerCmd(injector.getContainerId())
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(exitCode).as(injector.getLogs()).isZero();
        Files.createDirectories(into);
        for (String file : List.of(ResultLog.FILE_NAME, Share.FILE_NAME)) {
            injector.copyFileFromContainer(
                    "/tmp/out/" + file, into.resolve(file).toString());
        }
        return into;
    }

    private static String imageOrSkip(Supplier<String> image) {
        try {
            return image.get();
        } catch (TargetUnavailableException e) {
            return abort(e.getMessage());
        }
    }
}
