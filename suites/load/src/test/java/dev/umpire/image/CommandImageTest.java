package dev.umpire.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.DockerClient;
import dev.umpire.fixtures.target.ModuleImage;
import dev.umpire.fixtures.target.TargetUnavailableException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** The command in a container judges a server in another one, as the services of a CI job are. */
class CommandImageTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static String umpire = "";
    private static String server = "";

    @BeforeAll
    static void build() {
        umpire = imageOrSkip(() -> ModuleImage.ofCommand().provide());
        server = imageOrSkip(() -> ModuleImage.ofReferenceServer().provide());
    }

    @Test
    void judgesTheServerOfAnotherContainer() throws Exception {
        try (Network network = Network.newNetwork();
                GenericContainer<?> target = container(server)
                        .withNetwork(network)
                        .withNetworkAliases("my-server")
                        .withCommand(
                                "--host",
                                "0.0.0.0",
                                "--port",
                                "3000",
                                "--ping-interval",
                                "800",
                                "--ping-timeout",
                                "3000")
                        .withExposedPorts(3000)
                        .waitingFor(Wait.forHttp("/socket.io/?EIO=4&transport=polling"));
                GenericContainer<?> judge = container(umpire).withNetwork(network)) {
            target.start();

            Ended run = run(
                    judge, "run", "--target", "http://my-server:3000", "--suite", "connect", "--out", "/tmp/report");

            assertThat(run.printed())
                    .containsPattern("http://my-server:3000/socket.io/: \\d+ passed, 0 failed")
                    .contains("report: /tmp/report/index.html");
            assertThat(run.exitCode()).isZero();
            String page = judge.copyFileFromContainer(
                    "/tmp/report/index.html",
                    (InputStream file) -> new String(file.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(page).contains("SIO-CONNECT-ANSWERED-ONCE");
        }
    }

    @Test
    void bringsAReferenceServerToTryItselfOn() {
        try (GenericContainer<?> judge = container(umpire)) {
            Ended run = run(judge, "run", "--rule", "EIO-OPEN-FIELDS");

            assertThat(run.printed()).contains("embedded: 1 passed, 0 failed");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void saysThatItDoesNotMeasureAndWhatDoes() {
        try (GenericContainer<?> judge = container(umpire)) {
            Ended run = run(judge, "load");

            assertThat(run.printed())
                    .contains("umpire: the load scenarios are not in this image. Build one that has them, from a"
                            + " checkout: ./umpire image --with-load");
            assertThat(run.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void holdsNothingOfGatling() {
        try (GenericContainer<?> judge = container(umpire)
                .withCreateContainerCmdModifier(
                        command -> command.withEntrypoint("java", "-cp", "/umpire/lib/*", "io.gatling.app.Gatling"))) {
            Ended run = run(judge);

            assertThat(run.printed()).contains("Could not find or load main class io.gatling.app.Gatling");
        }
    }

    private static GenericContainer<?> container(String image) {
        return new GenericContainer<>(DockerImageName.parse(image));
    }

    /** Runs the container to its end, whatever its exit code. */
    private static Ended run(GenericContainer<?> judge, String... command) {
        judge.withCommand(command).withStartupCheckStrategy(new Over().withTimeout(LIMIT));
        judge.start();
        Long exitCode = DockerClientFactory.lazyClient()
                .inspectContainerCmd(judge.getContainerId())
                .exec()
                .getState()
                .getExitCodeLong();
        return new Ended(judge.getLogs(), exitCode == null ? -1 : exitCode);
    }

    private static String imageOrSkip(Supplier<String> image) {
        try {
            return image.get();
        } catch (TargetUnavailableException e) {
            return abort(e.getMessage());
        }
    }

    /** Testcontainers' own strategies take an exit code other than 0 for a container that did not start. */
    private static final class Over extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient docker, String container) {
            return "exited".equals(getCurrentState(docker, container).getStatus())
                    ? StartupStatus.SUCCESSFUL
                    : StartupStatus.NOT_YET_KNOWN;
        }
    }

    private record Ended(String printed, long exitCode) {}
}
