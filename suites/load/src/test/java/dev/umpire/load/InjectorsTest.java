package dev.umpire.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.umpire.cli.load.Wires;
import dev.umpire.fixtures.target.EmbeddedTarget;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.load.StubBroadcaster.Delivery;
import dev.umpire.reports.model.LoadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several injectors find together what one finds alone. */
class InjectorsTest {
    private static final TargetOptions HEARTBEATS =
            TargetOptions.plain(Duration.ofSeconds(25), Duration.ofSeconds(20), Duration.ofSeconds(45), 1_000_000);

    @TempDir
    private Path folder;

    @Test
    void threeMeasureTheRoomsThatOneDoes() throws Exception {
        try (Target server = EmbeddedTarget.start(HEARTBEATS, options -> options)) {
            LoadResult three = new InjectorProcesses(folder)
                    .load(
                            3,
                            server.url(),
                            List.of(
                                    "--scenario=rooms",
                                    "--transport=mixed",
                                    "--receivers=20",
                                    "--rooms=2",
                                    "--rate=80",
                                    "--warm-up=1s",
                                    "--duration=3s"));
            LoadResult one = new GatlingEngine(false)
                    .run(
                            Plans.of("rooms", server.url(), folder)
                                    .sized(20, 80, Duration.ofSeconds(1), Duration.ofSeconds(3))
                                    .over(Wires.MIXED)
                                    .plan(),
                            moment -> {});

            assertThat(three.problem()).isNull();
            assertThat(three.deliveries().broadcasts()).isEqualTo(240);
            assertThat(three.deliveries())
                    .usingRecursiveComparison()
                    .ignoringFields("perSecond")
                    .isEqualTo(one.deliveries());
            assertThat(three.deliveries().perSecond())
                    .isCloseTo(one.deliveries().perSecond(), Percentage.withPercentage(20));
            assertThat(three.delivery().count()).isEqualTo(three.deliveries().arrived());
            assertThat(three.fanOut().count()).isEqualTo(240);
            assertThat(three.fanOut().p50())
                    .isGreaterThanOrEqualTo(three.delivery().p50());
            assertThat(three.timeline().stream()
                            .mapToLong(LoadResult.Point::deliveries)
                            .sum())
                    .isEqualTo(three.deliveries().arrived());
            assertThat(three.work().seconds()).isCloseTo(3, within(0.5));
        }
    }

    @Test
    void oneDeliveryLostIsOneLostInAll() throws Exception {
        Delivery forgetful = (socket, index, number, frame) -> {
            if (index != 3 || number != 7) {
                socket.send(frame);
            }
        };
        try (StubBroadcaster stub = StubBroadcaster.start(forgetful)) {
            LoadResult result = new InjectorProcesses(folder)
                    .load(3, stub.url(), List.of("--receivers=9", "--rate=20", "--warm-up=0s", "--duration=2s"));

            assertThat(result.deliveries().broadcasts()).isEqualTo(40);
            assertThat(result.deliveries().expected()).isEqualTo(360);
            assertThat(result.deliveries().lost()).isEqualTo(1);
            assertThat(result.fanOut().count()).isEqualTo(39);
            assertThat(result.problem())
                    .matches(
                            "of 360 deliveries, warm-up included: 1 lost; injector \\d of 3: of \\d+ deliveries: 1 lost");
        }
    }
}
