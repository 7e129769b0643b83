package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectorOptionsTest {
    private static final String TARGET = "--target=http://localhost:3000";
    private static final String FUTURE = "--start-at=<in an hour>";

    static final List<Arguments> MISTAKES = List.of(
            mistake("Missing required argument(s): --start-at=INSTANT, --run=NAME", TARGET, "--injector=1/3"),
            mistake("\"2\" is no place among injectors. Wanted: one such as 2/3", TARGET, "--injector=2", FUTURE),
            mistake(
                    "Cannot do that: injectors are counted from 1 to 3, there is no number 4",
                    TARGET,
                    "--injector=4/3",
                    FUTURE),
            mistake(
                    "\"10:00\" is no instant. Wanted: one in UTC such as 2030-01-31T10:00:00Z",
                    TARGET,
                    "--injector=1/3",
                    "--start-at=10:00"),
            mistake(
                    "The --start-at 2020-01-01T10:00:00Z is over: it is ",
                    TARGET,
                    "--injector=1/3",
                    "--start-at=2020-01-01T10:00:00Z"),
            mistake(
                    "The --start-at 2999-01-01T10:00:00Z is more than a day away: it is ",
                    TARGET,
                    "--injector=1/3",
                    "--start-at=2999-01-01T10:00:00Z"),
            mistake(
                    "Injectors load one server that is running: name it with one --target",
                    "--server=embedded",
                    "--injector=1/3",
                    FUTURE),
            mistake(
                    "Injectors share one round of one scenario",
                    TARGET,
                    "--scenario=fan-out,storm",
                    "--injector=1/3",
                    FUTURE),
            mistake("Injectors share one round of one scenario", TARGET, "--rounds=2", "--injector=1/3", FUTURE),
            mistake(
                    "The scenario ramp cannot be divided among injectors",
                    TARGET,
                    "--scenario=ramp",
                    "--injector=1/3",
                    FUTURE),
            mistake(
                    "What is expected of figures cannot be held against those of one injector",
                    TARGET,
                    "--max-p99=50ms",
                    "--injector=1/3",
                    FUTURE),
            mistake(
                    "Cannot do that: there must be a receiver for each injector, but there are fewer: 2",
                    TARGET,
                    "--receivers=2",
                    "--injector=1/3",
                    FUTURE),
            mistake(
                    "Cannot do that: injectors can share at most 1048576 broadcasts: lower the rate or the duration",
                    TARGET,
                    "--rate=1000",
                    "--duration=1h",
                    "--injector=1/3",
                    FUTURE));

    @TempDir
    private Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final Instant start = Instant.now().plus(Duration.ofHours(1));

    /** With the name of the run, unless the mistake is that it is missing. */
    private static Arguments mistake(String explanation, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        if (all.size() > 2) {
            all.add("--run=bench");
        }
        return Arguments.of(all, explanation);
    }

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void aMistakeIsExplainedBeforeAnythingIsStarted(List<String> options, String explanation) {
        LoadTrial trial = new LoadTrial(engine, folder.resolve("out"));

        assertThat(run(trial, options)).isEqualTo(2);

        assertThat(trial.err()).contains(explanation);
        assertThat(engine.plans).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/3", "1+1/3"})
    void theEngineLearnsWhichPartItPlays(String place) {
        try (Target server = ServerKind.named("embedded").start(options())) {
            LoadTrial trial = new LoadTrial(engine, folder.resolve("out"));

            int exitCode = run(
                    trial,
                    List.of(
                            "--target=" + server.url(),
                            "--injector=" + place,
                            FUTURE,
                            "--run=bench-1",
                            "--receivers=30"));

            assertThat(exitCode).isZero();
        }
        LoadPlan plan = engine.plans.get(0);
        assertThat(plan.injector()).isEqualTo(new Injector("bench-1", 2, 3, start));
        assertThat(plan.receivers()).isEqualTo(30);
        assertThat(engine.calibrated.get(0).receiversHere()).isEqualTo(10);
    }

    private int run(LoadTrial trial, List<String> options) {
        return trial.run(options.stream()
                .map(option -> option.replace("<in an hour>", start.toString()))
                .toArray(String[]::new));
    }

    private static TargetOptions options() {
        return TargetOptions.plain(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(45), 1_000_000);
    }
}
