package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

    @Test
    void countsTheBroadcastsOfBothPhases() {
        LoadPlan plan = plan(10, 2.5, Duration.ofSeconds(2), Duration.ofSeconds(4));

        assertThat(plan.warmUpBroadcasts()).isEqualTo(5);
        assertThat(plan.measuredBroadcasts()).isEqualTo(10);
    }

    @Test
    void refusesWhatCannotBeCarriedOut() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(0, 1, second, second))
                .withMessage("there must be at least 1 receiver, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(1, 0, second, second))
                .withMessage("the rate must be above 0 and at most 1000000 per second, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(1, 0.1, second, second))
                .withMessage("at this rate the duration is too short for a single broadcast");
    }

    private static LoadPlan plan(int receivers, double rate, Duration warmUp, Duration duration) {
        URI url = URI.create("http://localhost/socket.io/");
        return new LoadPlan(
                "fan-out",
                "t",
                url,
                1,
                receivers,
                1,
                1,
                Wires.WEBSOCKET,
                rate,
                warmUp,
                duration,
                80,
                0,
                null,
                null,
                null,
                Path.of(""));
    }
}
