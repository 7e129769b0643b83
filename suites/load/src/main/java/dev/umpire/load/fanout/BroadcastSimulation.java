package dev.umpire.load.fanout;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.umpire.load.socketio.SocketIo;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.Simulation;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One broadcaster, many receivers. A plain simulation: without a prepared run it takes its settings from system
 * properties ({@link FanOutSettings#fromSystemProperties}), and its assertion holds the verdict.
 */
public final class BroadcastSimulation extends Simulation {
    /** Gatling makes simulations by itself: a run is handed over here. */
    private static final AtomicReference<FanOut> PREPARED = new AtomicReference<>();

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** So that a server's queue of pending connections is not what is tested. */
    private static final double CONNECTS_PER_SECOND = 500;

    /** Made by Gatling. */
    public BroadcastSimulation() {
        FanOut prepared = PREPARED.getAndSet(null);
        FanOut run = prepared != null ? prepared : new FanOut(FanOutSettings.fromSystemProperties(), moment -> {});
        URI url = run.settings().url();
        var receivers = scenario("receivers")
                .exec(SocketIo.connect("connect", url, CONNECT_TIMEOUT, run.receiversJoining()))
                .exec(SocketIo.step("attend", run::attend))
                .exec(SocketIo.close("close"));
        var broadcaster = scenario("broadcaster")
                .exec(SocketIo.connect("connect", url, CONNECT_TIMEOUT, run.broadcasterJoining()))
                .exec(SocketIo.step("broadcast", run::broadcast))
                .exec(SocketIo.close("close"));
        setUp(receivers.injectOpen(arrival(run.settings().receivers())), broadcaster.injectOpen(atOnceUsers(1)))
                .protocols(http.disableWarmUp())
                .assertions(global().failedRequests().count().is(0L));
    }

    /** The next simulation that Gatling makes belongs to this run. */
    public static void prepare(FanOut run) {
        PREPARED.set(run);
    }

    private static OpenInjectionStep arrival(int receivers) {
        double seconds = receivers / CONNECTS_PER_SECOND;
        return seconds < 1
                ? atOnceUsers(receivers)
                : rampUsers(receivers).during(Duration.ofMillis((long) (seconds * 1_000)));
    }
}
