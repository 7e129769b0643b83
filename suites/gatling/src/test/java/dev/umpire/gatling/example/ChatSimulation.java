package dev.umpire.gatling.example;

import static dev.umpire.gatling.SocketIoDsl.saveAs;
import static dev.umpire.gatling.SocketIoDsl.socketIo;
import static dev.umpire.gatling.SocketIoDsl.that;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;

/** People come to a chat, say something and hear what the others say. */
public final class ChatSimulation extends Simulation {
    private static final String SERVER = System.getProperty("server", "http://localhost:3000");
    private static final int USERS = Integer.getInteger("users", 100);
    private static final Duration WHILE = Duration.ofMillis(500);

    private static final ChainBuilder ENTER = exec(session -> session.set("user", "user " + session.userId()))
            .exec(socketIo("connect")
                    .connect(SERVER)
                    .namespace("/chat")
                    .auth("{\"name\":\"#{user}\"}")
                    // the server numbers what is said: nothing may be lost, come twice or in another order
                    .numbered("said", 0)
                    .reconnect(3, Duration.ofSeconds(1)))
            .exitHereIfFailed()
            .exec(socketIo("enter")
                    .emit("enter", "lobby")
                    .ack(
                            that("somebody is there", answer -> answer.get(0).asInt() > 0),
                            saveAs("people", event -> event.arguments().get(0).asInt())));

    private static final ChainBuilder TALK = repeat(3)
            .on(exec(socketIo("say")
                            .emit("say", "#{user} sees #{people} people")
                            .ack()
                            .within(Duration.ofSeconds(2)))
                    .exec(socketIo("hear").on("said").within(Duration.ofSeconds(2)))
                    .pause(WHILE));

    /** A simulation that fails if anything does. */
    public ChatSimulation() {
        setUp(scenario("chat")
                        .exec(ENTER)
                        .exec(TALK)
                        .exec(socketIo("close").close())
                        .injectOpen(rampUsers(USERS).during(USERS / 10)))
                .protocols(http.disableWarmUp())
                .assertions(global().failedRequests().count().is(0L));
    }
}
