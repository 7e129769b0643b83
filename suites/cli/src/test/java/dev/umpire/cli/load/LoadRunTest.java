package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadRunTest {
    @TempDir
    private Path folder;

    private Target other;

    @BeforeEach
    void startAnotherServer() {
        other = ServerKind.EMBEDDED.start(TargetOptions.brisk());
    }

    @AfterEach
    void stopIt() {
        other.close();
    }

    @Test
    void targetsTakeTurnsRoundByRound() throws Exception {
        FakeEngine engine = new FakeEngine();

        LoadTrial trial = trial(engine);
        int exitCode =
                trial.run("--server", "embedded", "--target", url(), "--scenario", "fan-out,storm", "--rounds", "2");

        assertThat(exitCode).isZero();
        assertThat(engine.order())
                .containsExactly(
                        "embedded fan-out 1", url() + " fan-out 1",
                        "embedded fan-out 2", url() + " fan-out 2",
                        "embedded storm 1", url() + " storm 1",
                        "embedded storm 2", url() + " storm 2");
        assertThat(results().targets()).extracting(TargetResults::name).containsExactly("embedded", url());
    }

    @Test
    void whatATargetCannotDoDoesNotApply() {
        FakeEngine engine = new FakeEngine();
        LoadTrial trial = trial(engine);

        int exitCode = trial.run("--server", "embedded", "--scenario", "telepathy,fan-out", "--rounds", "2");

        assertThat(exitCode).isZero();
        assertThat(engine.order()).containsExactly("embedded fan-out 1", "embedded fan-out 2");
        assertThat(trial.out())
                .containsOnlyOnce("embedded: telepathy does not apply: the conformance app does not declare the"
                        + " capability telepathy");
    }

    @Test
    void severalTargetsHaveThreeRoundsAndASingleOneHasOne() {
        FakeEngine single = new FakeEngine();
        trial(single).run();
        FakeEngine several = new FakeEngine();
        new LoadTrial(several, folder.resolve("several")).run("--server", "embedded", "--target", url());

        assertThat(single.order()).containsExactly("embedded fan-out 1");
        assertThat(several.plans).hasSize(6);
    }

    @Test
    void aTargetThatCannotBeReachedLeavesTheOthersTheirTurns() throws Exception {
        String nowhere = "http://127.0.0.1:" + freePort() + "/socket.io/";
        FakeEngine engine = new FakeEngine();

        int exitCode = trial(engine).run("--target", nowhere, "--target", url(), "--rounds", "2", "--min-rate", "1");

        assertThat(exitCode).isEqualTo(3);
        assertThat(engine.order()).containsExactly(url() + " fan-out 1", url() + " fan-out 2");
        TargetResults absent = results().targets().get(1);
        assertThat(absent.problem()).contains("no Socket.IO server answers at " + nowhere);
        assertThat(absent.expectations())
                .singleElement()
                .satisfies(expectation -> assertThat(expectation.observed()).isEqualTo("nothing was measured"));
    }

    @Test
    void aTargetThatDiesLeavesTheOthersTheirTurns() throws Exception {
        FakeEngine engine = new FakeEngine() {
            @Override
            public LoadResult run(LoadPlan plan, LoadProgress progress) throws LoadFailedException {
                if (plan.target().equals(url())) {
                    other.close();
                }
                return super.run(plan, progress);
            }
        };

        int exitCode = trial(engine).run("--target", url(), "--server", "embedded", "--rounds", "2");

        assertThat(exitCode).isEqualTo(3);
        assertThat(engine.order()).containsExactly("embedded fan-out 1", url() + " fan-out 1", "embedded fan-out 2");
        assertThat(results().targets().get(1).problem()).isEqualTo("the target died during the run");
    }

    @Test
    void aScenarioThatFailsLeavesTheOthersToTheSameTarget() throws Exception {
        FakeEngine engine = new FakeEngine() {
            @Override
            public LoadResult run(LoadPlan plan, LoadProgress progress) throws LoadFailedException {
                LoadResult result = super.run(plan, progress);
                if (plan.scenario().equals("fan-out")) {
                    throw new LoadFailedException("it rained");
                }
                return result;
            }
        };

        int exitCode = trial(engine).run("--scenario", "fan-out", "--scenario", "storm", "--rounds", "2");

        assertThat(exitCode).isEqualTo(3);
        assertThat(engine.order()).containsExactly("embedded fan-out 1", "embedded storm 1", "embedded storm 2");
        assertThat(results().targets().get(0).problem()).isEqualTo("fan-out: it rained");
    }

    @Test
    void theHarnessIsCalibratedOnceForTheSameWork() throws Exception {
        FakeEngine engine = new FakeEngine();

        trial(engine).run("--scenario", "fan-out,storm", "--scenario", "mixed", "--receivers", "90", "--rounds", "2");

        assertThat(engine.calibrated).extracting(LoadPlan::scenario).containsExactly("fan-out", "mixed");
        assertThat(results().targets().get(0).loads()).allSatisfy(load -> {
            assertThat(load.ceiling()).isNotNull();
            assertThat(load.ceiling().perSecond()).isEqualTo(12_000);
            assertThat(load.ceiling().limiting()).isTrue();
        });
    }

    @Test
    void theCalibrationCanBeLeftOut() throws Exception {
        FakeEngine engine = new FakeEngine();

        trial(engine).run("--no-calibration");

        assertThat(engine.calibrated).isEmpty();
        assertThat(results().targets().get(0).loads())
                .allSatisfy(load -> assertThat(load.ceiling()).isNull());
    }

    @Test
    void anUnmetExpectationEndsWithOne() throws Exception {
        LoadTrial trial = trial(new FakeEngine());

        assertThat(trial.run("--max-p99", "30ms", "--min-rate", "9000")).isEqualTo(1);
        assertThat(trial.out())
                .contains("embedded fan-out: NOT AS EXPECTED: wanted p99 delivery at most 30 ms, observed 40 ms");
        assertThat(results().targets().get(0).expectations())
                .extracting(expectation -> expectation.wanted() + ": " + expectation.met())
                .containsExactly("p99 delivery at most 30 ms: false", "at least 9000 deliveries per second: true");
    }

    @Test
    void saysWhatWasToleratedAndWhereTheRampBroke() throws Exception {
        FakeEngine engine = new FakeEngine() {
            @Override
            public LoadResult run(LoadPlan plan, LoadProgress progress) {
                return Sample.tolerating(plan, "of 100 deliveries: 1 lost", new Knee(150, "p99 was 200 ms"));
            }
        };
        LoadTrial trial = trial(engine);

        assertThat(trial.run("--scenario", "ramp", "--max-lost", "1", "--no-calibration"))
                .isZero();
        assertThat(trial.out().lines())
                .contains("  tolerated: of 100 deliveries: 1 lost", "  held up to 150 /s; then: p99 was 200 ms");
        assertThat(results().targets().get(0).loads())
                .extracting(LoadResult::tolerated)
                .containsExactly("of 100 deliveries: 1 lost");
    }

    @Test
    void aStoredRunIsABaseline() {
        trial(new FakeEngine()).run();
        LoadTrial next = new LoadTrial(new FakeEngine(), folder.resolve("next"));

        assertThat(next.run("--baseline", folder.resolve("out").toString(), "--min-ratio", "0.95"))
                .isZero();
    }

    @Test
    void theBaselineMustKnowTheTargetAndTheScenario() {
        trial(new FakeEngine()).run();
        FakeEngine engine = new FakeEngine();
        LoadTrial next = new LoadTrial(engine, folder.resolve("next"));

        int exitCode = next.run("--baseline", folder.resolve("out").toString(), "--scenario", "fan-out,storm");

        assertThat(exitCode).isEqualTo(2);
        assertThat(next.err())
                .contains("Cannot expect that: the baseline " + folder.resolve("out")
                        + " has no deliveries of storm on embedded. It has: fan-out on embedded");
        assertThat(engine.plans).isEmpty();
    }

    private LoadTrial trial(LoadEngine engine) {
        return new LoadTrial(engine, folder.resolve("out"));
    }

    private RunResults results() throws IOException {
        return ResultReader.read(folder.resolve("out"));
    }

    private String url() {
        return other.url().toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
