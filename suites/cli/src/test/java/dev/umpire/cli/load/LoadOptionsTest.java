package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;

class LoadOptionsTest {
    static final List<Arguments> MISTAKES = List.of(
            Arguments.of(
                    List.of("--scenario", "fan-out,fanout"),
                    "There is no scenario \"fanout\". Known: fan-out, storm, mixed, ramp, telepathy"),
            Arguments.of(List.of("--rounds", "0"), "There must be at least 1 round, not 0"),
            Arguments.of(
                    List.of("--server", "embedded", "--server", "embedded"),
                    "The target embedded is named twice. To measure it more often, use --rounds"),
            Arguments.of(List.of("--receivers", "0"), "Cannot do that: there must be at least 1 receiver, not 0"),
            Arguments.of(
                    List.of("--receivers", "3", "--rooms", "4"),
                    "Cannot do that: there must be a receiver for each room, but there are 4 rooms and 3 receivers"),
            Arguments.of(List.of("--transport", "carrier-pigeon"), "Invalid value for option '--transport'"),
            Arguments.of(List.of("--duration", "30"), "\"30\" is no time"),
            Arguments.of(
                    List.of("--ramp-to", "100"), "The options --ramp-… are for the scenario ramp: add --scenario ramp"),
            Arguments.of(
                    List.of("--scenario", "ramp", "--rate", "100", "--ramp-to", "50"),
                    "Cannot do that: the ramp must end at the rate where it begins or above, not below it"),
            Arguments.of(
                    List.of("--scenario", "ramp", "--ramp-factor", "1"),
                    "Cannot do that: a step of the ramp must be 1.01 to 100 times the last, not 1.0"),
            Arguments.of(
                    List.of("--min-rate", "-1"),
                    "Cannot expect that: the least deliveries per second must be above 0, not -1.0"),
            Arguments.of(List.of("--max-p99", "0s"), "Cannot expect that: the limit of p99 must be above 0"),
            Arguments.of(
                    List.of("--max-lost", "-1"),
                    "Cannot expect that: the deliveries that may be lost must not be negative, but were -1"),
            Arguments.of(
                    List.of("--min-ratio", "0.5"), "--min-ratio is a ratio to a baseline: name one with --baseline"),
            Arguments.of(
                    List.of("--baseline", "no-such-folder"),
                    "Cannot expect that: the baseline cannot be read: There is no folder no-such-folder."));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void aMistakeIsExplainedBeforeAnythingIsStarted(List<String> options, String explanation) {
        FakeEngine engine = new FakeEngine();
        LoadTrial trial = new LoadTrial(engine, folder.resolve("out"));

        assertThat(trial.run(options.toArray(String[]::new))).isEqualTo(2);

        assertThat(trial.err()).contains(explanation);
        assertThat(engine.plans).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void everyOptionReachesTheEngine() {
        FakeEngine engine = new FakeEngine();

        new LoadTrial(engine, folder.resolve("out"))
                .run(
                        "--scenario=ramp",
                        "--receivers=7",
                        "--emitters=3",
                        "--rooms=2",
                        "--transport=upgrade",
                        "--rate=20",
                        "--warm-up=1s",
                        "--duration=2s",
                        "--payload=9",
                        "--max-lost=4",
                        "--ramp-to=90",
                        "--ramp-factor=2",
                        "--ramp-step=3s",
                        "--ramp-p99=40ms");

        LoadPlan plan = engine.plans.get(0);
        assertThat(List.of(plan.receivers(), plan.emitters(), plan.rooms(), plan.payload()))
                .containsExactly(7, 3, 2, 9);
        assertThat(plan.wires()).isEqualTo(Wires.UPGRADE);
        assertThat(plan.rate()).isEqualTo(20);
        assertThat(plan.maxLost()).isEqualTo(4);
        assertThat(List.of(plan.warmUp(), plan.duration()))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(plan.ramp()).isEqualTo(new Ramp(90, 2, Duration.ofSeconds(3), Duration.ofMillis(40)));
    }

    @Test
    void whatIsLeftOutDependsOnTheScenario() {
        FakeEngine engine = new FakeEngine();

        new LoadTrial(engine, folder.resolve("out")).run("--scenario", "fan-out,storm,ramp");

        assertThat(engine.plans).extracting(LoadPlan::emitters).containsExactly(1, 20, 1);
        assertThat(engine.plans).extracting(plan -> plan.ramp() != null).containsExactly(false, false, true);
    }

    @Test
    void theHelpListsTheScenariosWithWhatTheyDo() {
        String help = new CommandLine(new LoadCommand(Optional.of(new FakeEngine()))).getUsageMessage();

        assertThat(help)
                .contains(
                        "  storm         Many clients broadcast.",
                        "                100 receivers, 20 emitters, 100/s, payload 80",
                        "umpire load --scenario ramp");
    }
}
