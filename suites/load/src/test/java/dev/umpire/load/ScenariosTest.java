package dev.umpire.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.load.Wires;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.saboteur.Defect;
import dev.umpire.fixtures.saboteur.PacketSaboteur;
import dev.umpire.fixtures.saboteur.SabotagedServer;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.saboteur.delivery.BroadcastToIncludesSender;
import dev.umpire.fixtures.saboteur.delivery.EveryoneTwice;
import dev.umpire.fixtures.saboteur.delivery.RoomsReachEveryone;
import dev.umpire.fixtures.saboteur.delivery.SenderIncluded;
import dev.umpire.fixtures.saboteur.ordering.BroadcastsOvertaken;
import dev.umpire.fixtures.saboteur.ordering.HundredthBroadcastLost;
import dev.umpire.fixtures.saboteur.ordering.HundredthRoomEmitDoubled;
import dev.umpire.fixtures.target.EmbeddedTarget;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.load.cast.LoadScenario;
import dev.umpire.reports.model.LoadResult;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario finds a good server clean, and finds defects of the kind that it is there for. */
class ScenariosTest {
    private static final TargetOptions HEARTBEATS =
            TargetOptions.plain(Duration.ofSeconds(25), Duration.ofSeconds(3), Duration.ofSeconds(45), 1_000_000);

    /** Of the events that a run of 4 seconds emits, the one at which slow readers stop, and the last. */
    private static final long LAST_READ = 183;

    private static final long LAST = 449;

    @TempDir
    private Path out;

    @ParameterizedTest
    @EnumSource(LoadScenario.class)
    void findsTheReferenceServerClean(LoadScenario scenario) throws Exception {
        try (Target server = EmbeddedTarget.start(HEARTBEATS, options -> options)) {
            LoadResult result = run(scenario.label(), server.url());

            assertThat(result.problem()).isNull();
            assertThat(result.deliveries().arrived())
                    .isEqualTo(result.deliveries().expected())
                    .isEqualTo(result.delivery().count())
                    .isPositive();
            assertThat(result.fanOut().count()).isEqualTo(result.deliveries().broadcasts());
        }
    }

    static Stream<Arguments> defects() {
        return Stream.of(
                Arguments.of("fan-out", new SenderIncluded(), "to a client that they were not meant for"),
                Arguments.of("fan-out", new HundredthBroadcastLost(), "lost"),
                Arguments.of("fan-out", new BroadcastsOvertaken(), "out of order"),
                Arguments.of("storm", new EveryoneTwice(), "duplicated"),
                Arguments.of("rooms", new RoomsReachEveryone(), "to a client that they were not meant for"),
                Arguments.of("rooms", new BroadcastToIncludesSender(), "to a client that they were not meant for"),
                Arguments.of("rooms", new HundredthRoomEmitDoubled(), "duplicated"),
                Arguments.of("mixed", new TenthTickLost(Via.POLLING), "lost"),
                Arguments.of("churn", new TenthTickLost(Via.UPGRADE), "lost"),
                Arguments.of("binary", new HundredthBroadcastLost(), "lost"),
                Arguments.of("burst", new HundredthBroadcastLost(), "lost"));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("defects")
    void findsDefects(String scenario, Saboteur saboteur, String what) throws Exception {
        try (SabotagedServer server = SabotagedServer.start(saboteur, HEARTBEATS)) {
            assertThat(run(scenario, server.url()).problem()).contains(what);
        }
    }

    @Test
    void findsThatOthersWaitForSlowReaders() throws Exception {
        List<Runnable> held = new ArrayList<>();
        StubBroadcaster.Delivery blocking = (socket, index, number, frame) -> {
            if (number >= LAST_READ && number < LAST) {
                held.add(() -> socket.send(frame));
                return;
            }
            held.forEach(Runnable::run);
            held.clear();
            socket.send(frame);
        };
        try (StubBroadcaster stub = StubBroadcaster.start(blocking)) {
            assertThat(run("slow-readers", stub.url(), Duration.ofSeconds(4)).problem())
                    .startsWith("the others suffered: half of their deliveries took more than ");
        }
    }

    private LoadResult run(String scenario, URI url) throws Exception {
        return run(scenario, url, Duration.ofSeconds(2));
    }

    private LoadResult run(String scenario, URI url, Duration duration) throws Exception {
        Plans plans = Plans.of(scenario, url, out)
                .sized(10, 100, Duration.ofMillis(500), duration)
                .over(scenario.equals("churn") ? Wires.MIXED : Wires.WEBSOCKET);
        return new GatlingEngine(false).run(plans.plan(), moment -> {});
    }

    /** Loses every tenth event of a run on some connections. */
    @Defect("loses every tenth event")
    private static final class TenthTickLost extends PacketSaboteur {
        private final Via via;

        TenthTickLost(Via via) {
            this.via = via;
        }

        @Override
        protected Set<Via> over() {
            return EnumSet.of(via);
        }

        @Override
        protected Meddler meddler() {
            AtomicInteger count = new AtomicInteger();
            return new Meddler() {
                @Override
                public List<EnginePacket> outgoing(EnginePacket packet) {
                    boolean tick = packet.encoded().startsWith("42[\"~");
                    return tick && count.incrementAndGet() % 10 == 0 ? List.of() : List.of(packet);
                }
            };
        }
    }
}
