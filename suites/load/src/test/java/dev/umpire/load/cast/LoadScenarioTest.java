package dev.umpire.load.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.gatling.wire.Transport;
import dev.umpire.load.Plans;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadScenarioTest {
    private static final LoadPlan PLAN = Plans.of("", URI.create("http://localhost/"), Path.of(""))
            .sized(12, 10, Duration.ZERO, Duration.ofSeconds(1))
            .plan();

    @Test
    void fanOutReachesAllButTheEmitter() {
        Cast cast = LoadScenario.FAN_OUT.cast(PLAN, "t");

        assertThat(cast.members()).hasSize(13);
        assertThat(cast.streams()).hasSize(1);
        assertThat(cast.audience(cast.streams().get(0))).isEqualTo(12);
        assertThat(cast.streams().get(0).reaches(cast.members().get(0))).isFalse();
    }

    @Test
    void aStormReachesTheEmittersToo() {
        Cast cast = LoadScenario.STORM.cast(PLAN, "t");

        assertThat(cast.members()).hasSize(12);
        assertThat(cast.streams()).hasSize(3).allMatch(stream -> cast.audience(stream) == 12);
    }

    @Test
    void roomsKeepToThemselves() {
        Cast cast = LoadScenario.ROOMS.cast(PLAN, "t");

        assertThat(cast.members()).hasSize(13);
        assertThat(cast.members().get(12).rooms()).isEmpty();
        List<Integer> audiences = cast.streams().stream().map(cast::audience).toList();
        assertThat(audiences).containsExactly(5, 6, 5, 6);
        Stream toFirstRoom = cast.streams().get(1);
        assertThat(cast.members().stream().filter(toFirstRoom::reaches).map(Member::index))
                .containsExactly(0, 2, 4, 6, 8, 10);
    }

    @Test
    void whoeverComesAndGoesOrDoesNotReadIsNotCountedOn() {
        Cast churn = LoadScenario.CHURN.cast(PLAN, "t");
        Cast slow = LoadScenario.SLOW_READERS.cast(PLAN, "t");

        assertThat(churn.members(Conduct.CHURNING)).hasSize(3);
        assertThat(churn.audience(churn.streams().get(0))).isEqualTo(12);
        assertThat(slow.members(Conduct.SLOW)).hasSize(1);
        assertThat(slow.audience(slow.streams().get(0))).isEqualTo(12);
    }

    @Test
    void mixedUsesAllTransports() {
        assertThat(LoadScenario.MIXED.cast(PLAN, "t").members().stream()
                        .map(Member::transport)
                        .distinct())
                .containsExactlyInAnyOrder(Transport.values());
    }

    @Test
    void hasANameOfItsOwnAndASentenceForEach() {
        for (LoadScenario scenario : LoadScenario.values()) {
            assertThat(LoadScenario.named(scenario.label())).contains(scenario);
            assertThat(scenario.description()).endsWith(scenario == LoadScenario.BURST ? "?" : ".");
        }
        assertThat(LoadScenario.named("fanout")).isEmpty();
    }
}
