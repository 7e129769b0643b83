package dev.umpire.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Wires;
import dev.umpire.load.StubBroadcaster.Delivery;
import dev.umpire.reports.model.LoadResult;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToleranceTest {
    /** Loses two deliveries. */
    private static final Delivery FORGETFUL = (socket, index, number, frame) -> {
        if (index != 3 || (number != 7 && number != 8)) {
            socket.send(frame);
        }
    };

    @TempDir
    private Path out;

    @Test
    void lossesAreToleratedUpToTheirLimitAndSaid() throws Exception {
        LoadResult result = run(FORGETFUL, 2);

        assertThat(result.problem()).isNull();
        assertThat(result.tolerated()).isEqualTo("of 100 deliveries: 2 lost");
        assertThat(result.deliveries().lost()).isEqualTo(2);
    }

    @Test
    void oneMoreIsAProblem() throws Exception {
        LoadResult result = run(FORGETFUL, 1);

        assertThat(result.problem()).isEqualTo("of 100 deliveries: 2 lost");
        assertThat(result.tolerated()).isNull();
    }

    @Test
    void nothingElseIsEverTolerated() throws Exception {
        LoadResult result = run(
                (socket, index, number, frame) -> {
                    FORGETFUL.deliver(socket, index, number, frame);
                    if (index == 2 && number == 19) {
                        socket.send(frame);
                    }
                },
                100);

        assertThat(result.problem()).startsWith("of 100 deliveries: 2 lost, 1 duplicated");
        assertThat(result.tolerated()).isNull();
    }

    private LoadResult run(Delivery delivery, long maxLost) throws Exception {
        try (StubBroadcaster stub = StubBroadcaster.start(delivery)) {
            LoadPlan plan = new LoadPlan(
                    "fan-out",
                    "stub",
                    stub.url(),
                    1,
                    5,
                    1,
                    1,
                    Wires.WEBSOCKET,
                    20,
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    80,
                    maxLost,
                    null,
                    null,
                    null,
                    out);
            return new GatlingEngine().run(plan, moment -> {});
        }
    }
}
