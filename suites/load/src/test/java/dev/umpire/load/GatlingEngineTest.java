package dev.umpire.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.cli.load.LoadEngine;
import dev.umpire.cli.load.LoadFailedException;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.LoadProgress.Moment;
import dev.umpire.fixtures.target.EmbeddedTarget;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.load.StubBroadcaster.Delivery;
import dev.umpire.reports.model.LoadResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatlingEngineTest {
    @TempDir
    private Path out;

    private final List<Moment> progress = new ArrayList<>();

    @Test
    void findsACleanServerCleanAndCountsRight() throws Exception {
        LoadResult result = run(Delivery.FAITHFUL, 20, 50, Duration.ofSeconds(1), Duration.ofSeconds(2));

        assertThat(result.problem()).isNull();
        assertThat(result.deliveries().broadcasts()).isEqualTo(100);
        assertThat(result.deliveries().expected()).isEqualTo(2_000);
        assertThat(result.deliveries().arrived()).isEqualTo(2_000);
        assertThat(List.of(
                        result.deliveries().lost(),
                        result.deliveries().duplicated(),
                        result.deliveries().disordered(),
                        result.deliveries().strayed()))
                .containsOnly(0L);
        assertThat(result.delivery().count()).isEqualTo(2_000);
        assertThat(result.fanOut().count()).isEqualTo(100);
        assertThat(result.fanOut().max())
                .isGreaterThanOrEqualTo(result.delivery().p50());
        assertThat(result.timeline().stream()
                        .mapToLong(LoadResult.Point::deliveries)
                        .sum())
                .isEqualTo(2_000);
        assertThat(out.resolve(result.gatlingReport() + "")).exists();
        assertThat(progress).isNotEmpty();
    }

    @Test
    void reportsExactlyTheDeliveryThatWasDropped() throws Exception {
        LoadResult result = run((socket, index, number, frame) -> {
            if (index != 3 || number != 7) {
                socket.send(frame);
            }
        });

        assertThat(result.deliveries().lost()).isEqualTo(1);
        assertThat(result.deliveries().arrived()).isEqualTo(result.deliveries().expected() - 1);
        assertThat(result.fanOut().count()).isEqualTo(result.deliveries().broadcasts() - 1);
        assertThat(result.problem()).isEqualTo("of 100 deliveries: 1 lost");
    }

    @Test
    void reportsExactlyTheDeliveryThatWasDoubled() throws Exception {
        LoadResult result = run((socket, index, number, frame) -> {
            socket.send(frame);
            if (index == 2 && number == 19) {
                socket.send(frame);
            }
        });

        assertThat(result.deliveries().duplicated()).isEqualTo(1);
        assertThat(result.deliveries().lost()).isZero();
        assertThat(result.problem())
                .startsWith("of 100 deliveries: 1 duplicated; first: client ")
                .endsWith(" got event 19 of stream 0 again");
    }

    @Test
    void reportsExactlyTheDeliveriesThatWereSwapped() throws Exception {
        List<String> held = new ArrayList<>();
        LoadResult result = run((socket, index, number, frame) -> {
            if (index == 4 && number == 5) {
                held.add(frame);
                return;
            }
            socket.send(frame);
            if (index == 4 && number == 6) {
                socket.send(held.get(0));
            }
        });

        assertThat(result.deliveries().disordered()).isEqualTo(1);
        assertThat(result.deliveries().lost()).isZero();
        assertThat(result.problem())
                .startsWith("of 100 deliveries: 1 out of order; first: client ")
                .endsWith(" got event 5 of stream 0 after event 6");
    }

    @Test
    void reportsExactlyTheDeliveryThatStrayed() throws Exception {
        LoadResult result = run((socket, index, number, frame) -> {
            socket.send(frame);
            if (index == 0 && number == 3) {
                socket.send(frame.replace(":0:0", ":7:0"));
            }
        });

        assertThat(result.deliveries().strayed()).isEqualTo(1);
        assertThat(result.deliveries().lost()).isZero();
        assertThat(result.problem())
                .startsWith("of 100 deliveries: 1 to a client that they were not meant for; first: client ")
                .endsWith(" got event 3 of stream 7");
    }

    @Test
    void reportsAReceiverWhoseConnectionWasClosed() throws Exception {
        LoadResult result = run((socket, index, number, frame) -> {
            if (index == 1 && number == 10) {
                socket.close(1001, "going");
            } else if (index != 1 || number < 10) {
                socket.send(frame);
            }
        });

        assertThat(result.deliveries().lost()).isEqualTo(10);
        assertThat(result.problem())
                .contains("of 100 deliveries: 10 lost; 1 connection was lost; first: client ")
                .endsWith(": the server closed the connection with code 1001 (going)");
    }

    @Test
    void saysThatNothingListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI url = URI.create("http://127.0.0.1:" + port + "/socket.io/");
        LoadPlan plan = plan(url, 5, 20, Duration.ZERO, Duration.ofSeconds(1));

        assertThatThrownBy(() -> new GatlingEngine().run(plan, progress::add))
                .isInstanceOf(LoadFailedException.class)
                .hasMessageStartingWith("no client could connect to " + plan.url() + ": ")
                .hasMessageContaining("no TCP connection: Connection refused");
    }

    @Test
    void loadsAServerThatLetsInThePagesOfOneOriginOnly() throws Exception {
        try (Target server = EmbeddedTarget.start(TargetOptions.brisk(), options -> options)) {
            LoadPlan plan = plan(server.url(), 5, 20, Duration.ZERO, Duration.ofSeconds(1));

            assertThat(new GatlingEngine(false).run(plan, progress::add).problem())
                    .isNull();
        }
    }

    @Test
    void isFoundByTheCommand() {
        assertThat(LoadEngine.find()).containsInstanceOf(GatlingEngine.class);
    }

    /** 5 receivers, 20 broadcasts. */
    private LoadResult run(Delivery delivery) throws Exception {
        return run(delivery, 5, 20, Duration.ZERO, Duration.ofSeconds(1));
    }

    private LoadResult run(Delivery delivery, int receivers, double rate, Duration warmUp, Duration duration)
            throws Exception {
        try (StubBroadcaster stub = StubBroadcaster.start(delivery)) {
            return new GatlingEngine().run(plan(stub.url(), receivers, rate, warmUp, duration), progress::add);
        }
    }

    private LoadPlan plan(URI url, int receivers, double rate, Duration warmUp, Duration duration) {
        return Plans.of("fan-out", url, out)
                .sized(receivers, rate, warmUp, duration)
                .plan();
    }
}
