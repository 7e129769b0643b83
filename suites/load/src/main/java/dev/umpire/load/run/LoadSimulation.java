package dev.umpire.load.run;

import static dev.umpire.gatling.SocketIoDsl.socketIo;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.umpire.gatling.Connect;
import dev.umpire.gatling.step.SocketIoAction;
import dev.umpire.gatling.step.Steps;
import dev.umpire.load.cast.Conduct;
import dev.umpire.load.cast.LoadScenario;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A scenario as a plain simulation: without a prepared run it takes its plan from system properties
 * ({@link PlanProperties}), and its assertion fails on whatever a client that stays finds wrong. What only the whole
 * shows, the knee of a ramp, harm by slow readers and what those missed who come and go, is judged by {@code umpire
 * load}.
 */
public abstract class LoadSimulation extends Simulation {
    /** Gatling makes simulations by itself: a run is handed over here. */
    private static final AtomicReference<Run> PREPARED = new AtomicReference<>();

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    /** So that a server's queue of pending connections is not what is tested. */
    private static final double CONNECTS_PER_SECOND = 500;

    private static final long LEAST_STAY_MILLIS = 200;
    private static final long MOST_STAY_MILLIS = 1_200;
    private static final Duration BREATH = Duration.ofMillis(50);

    private final Run run;
    private final Life life;

    /** The simulation of a scenario. */
    protected LoadSimulation(LoadScenario scenario) {
        Run prepared = PREPARED.getAndSet(null);
        run = prepared != null ? prepared : new Run(PlanProperties.plan(scenario), scenario, moment -> {});
        life = new Life(run);
        List<PopulationBuilder> populations =
                Group.of(run.part().members()).stream().map(this::population).toList();
        setUp(populations)
                // a client that is no page has no origin, and a server that lets in those of one origin only lets it in
                .protocols(http.disableWarmUp().disableAutoOrigin())
                .assertions(global().failedRequests().count().is(0L));
    }

    /** The next simulation that Gatling makes belongs to this run. */
    public static void prepare(Run prepared) {
        PREPARED.set(prepared);
    }

    private PopulationBuilder population(Group group) {
        Connect connect = socketIo("connect")
                .connect(run.plan().url().toString())
                .transport(group.transport())
                .within(CONNECT_TIMEOUT)
                .listeners(life.joining(group));
        ChainBuilder life = group.conduct() == Conduct.CHURNING ? churning(connect) : staying(connect);
        return scenario(group.name()).exec(life).injectOpen(arrival(group.size()));
    }

    private ChainBuilder staying(Connect connect) {
        return exec(connect)
                .exitHereIfFailed()
                .exec(socketIo("enter").take(life::enter))
                .exec(socketIo("attend").take(life::attend))
                .exec(socketIo("close").close());
    }

    private ChainBuilder churning(Connect connect) {
        return exec(afterStart())
                .exec(asLongAs(session -> !run.over())
                        .on(exec(connect)
                                .pause(LoadSimulation::stay)
                                .exec(socketIo("close").close())
                                .exec(session -> session.markAsSucceeded())
                                .pause(BREATH)));
    }

    private ActionBuilder afterStart() {
        return Steps.of((context, next) -> new SocketIoAction(
                "wait",
                session -> run.started().whenOpen(() -> session.eventLoop().execute(() -> next.$bang(session)))));
    }

    /** Clients that come and go stay for times of their own, so that they do not come and go together. */
    private static Duration stay(Session session) {
        return Duration.ofMillis(LEAST_STAY_MILLIS + session.userId() * 337 % MOST_STAY_MILLIS);
    }

    private static OpenInjectionStep arrival(int clients) {
        double seconds = clients / CONNECTS_PER_SECOND;
        return seconds < 1
                ? atOnceUsers(clients)
                : rampUsers(clients).during(Duration.ofMillis((long) (seconds * 1_000)));
    }
}
