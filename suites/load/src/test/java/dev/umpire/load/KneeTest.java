package dev.umpire.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.load.Ramp;
import dev.umpire.fixtures.saboteur.SabotagedServer;
import dev.umpire.fixtures.saboteur.ordering.HundredthBroadcastLost;
import dev.umpire.fixtures.target.EmbeddedTarget;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.Step;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From 40 broadcasts per second to 160, a second each. */
class KneeTest {
    private static final TargetOptions HEARTBEATS =
            TargetOptions.plain(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(45), 1_000_000);

    @TempDir
    private Path out;

    @Test
    void aServerThatHoldsEveryRateHasItsKneeAtTheEnd() throws Exception {
        try (Target server = EmbeddedTarget.start(HEARTBEATS, options -> options)) {
            LoadResult result = run(server.url(), Duration.ofSeconds(10));

            assertThat(result.knee()).isEqualTo(new Knee(160, null));
            assertThat(result.steps()).extracting(Step::rate).containsExactly(40.0, 80.0, 160.0);
            assertThat(result.steps()).allMatch(Step::held);
            assertThat(result.steps()).extracting(Step::expected).containsExactly(200L, 400L, 800L);
            assertThat(result.problem()).isNull();
        }
    }

    @Test
    void aServerThatLosesTheHundredthBroadcastBreaksInTheSecondStep() throws Exception {
        try (SabotagedServer server = SabotagedServer.start(new HundredthBroadcastLost(), HEARTBEATS)) {
            Knee knee = run(server.url(), Duration.ofSeconds(10)).knee();

            assertThat(knee).isNotNull();
            assertThat(knee.rate()).isEqualTo(40);
            assertThat(knee.broke()).startsWith("at 80 broadcasts/s 5 of 400 deliveries");
        }
    }

    @Test
    void aServerThatIsNeverFastEnoughHoldsNoRate() throws Exception {
        try (Target server = EmbeddedTarget.start(HEARTBEATS, options -> options)) {
            Knee knee = run(server.url(), Duration.ofNanos(1_000)).knee();

            assertThat(knee).isNotNull();
            assertThat(knee.rate()).isZero();
            assertThat(knee.broke()).startsWith("at 40 broadcasts/s p99 was");
        }
    }

    private LoadResult run(URI url, Duration p99) throws Exception {
        Ramp ramp = new Ramp(160, 2, Duration.ofSeconds(1), p99);
        Plans plans = Plans.of("ramp", url, out)
                .sized(5, 40, Duration.ZERO, Duration.ofSeconds(1))
                .rising(ramp);
        return new GatlingEngine(false).run(plans.plan(), moment -> {});
    }
}
