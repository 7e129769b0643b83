package dev.umpire.gatling;

import static dev.umpire.gatling.SocketIoDsl.saveAs;
import static dev.umpire.gatling.SocketIoDsl.socketIo;
import static dev.umpire.gatling.SocketIoDsl.that;
import static dev.umpire.gatling.rehearsal.Cases.awaited;
import static dev.umpire.gatling.rehearsal.Cases.lines;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.umpire.fixtures.target.EmbeddedTarget;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.gatling.rehearsal.Cases;
import dev.umpire.gatling.rehearsal.Sample;
import dev.umpire.gatling.rehearsal.Script;
import dev.umpire.gatling.rehearsal.Stub;
import io.gatling.javaapi.core.ChainBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a user of the protocol does in scenarios, with a server that does its part. */
class ScenarioTest {
    private static EmbeddedTarget server;

    private static Stub stub;

    @BeforeAll
    static void startServers() throws IOException {
        TargetOptions options =
                TargetOptions.plain(Duration.ofMillis(800), Duration.ofSeconds(3), Duration.ofSeconds(5), 1_000_000);
        server = EmbeddedTarget.start(options, UnaryOperator.identity());
        stub = Stub.start();
    }

    @AfterAll
    static void stopServers() throws IOException {
        server.close();
        stub.close();
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        Cases cases = new Cases();
        cases.add(
                "namespaces",
                namespaces(),
                lines("OK connect", "OK enter", "OK custom", "OK hear", "OK main", "OK leave"));
        cases.add("expressions", expressions(), lines("OK connect", "OK ask", "OK hear"));
        cases.add(
                "events before and after the step",
                events(),
                lines("OK connect", "OK emit", "OK ask", "OK early", "OK late"));
        cases.add("answers the server", answers(), lines("OK connect", "OK ask"));
        cases.add("groups", groups(), ScenarioTest::inTheirGroups);
        cases.add(
                "comes back",
                comesBack(),
                lines(
                        "OK connect",
                        "OK enter",
                        "OK say",
                        "KO connect: the server closed the TCP connection without a close frame",
                        "OK connect, again",
                        "OK hear"));
        cases.add(
                "a step waits for the connection",
                waits(),
                lines(
                        "OK connect",
                        "KO connect: the server closed the TCP connection without a close frame",
                        "OK connect, again",
                        "OK ask"));
        closes(cases);
        return cases.run();
    }

    private static ChainBuilder namespaces() {
        return exec(session -> session.set("token", "let-me-in"))
                .exec(socketIo("connect").connect(url()).namespace("/guarded").auth("{\"token\":\"#{token}\"}"))
                .exec(socketIo("enter").join("/custom"))
                .exec(socketIo("custom")
                        .emit("umpire", Map.of("op", "emit", "via", "socket", "event", "news"))
                        .namespace("/custom")
                        .ack())
                .exec(socketIo("hear").on("news").namespace("/custom"))
                .exec(socketIo("main")
                        .emit("message-with-ack", 1)
                        .ack(that("it is the namespace that was joined first", arguments -> arguments.size() == 1)))
                .exec(socketIo("leave").leave("/custom"));
    }

    private static ChainBuilder expressions() {
        return exec(session -> session.set("server", url())
                        .set("place", "custom")
                        .set("event", "message")
                        .set("user", "zoë"))
                .exec(socketIo("connect").connect("#{server}").namespace("/#{place}"))
                .exec(socketIo("ask")
                        .emit("#{event}-with-ack", "#{user}", Map.of("name", List.of("#{user}")))
                        .ack(
                                that(
                                        "the user is resolved",
                                        arguments -> arguments.toString().equals("[\"zoë\", {\"name\":[\"zoë\"]}]")),
                                saveAs("back", event -> event.arguments().get(0).asText())))
                .exec(session ->
                        "zoë".equals(session.getString("back")) ? session.set("name", "auth") : session.markAsFailed())
                .exitHereIfFailed()
                .exec(socketIo("hear").on("#{name}"));
    }

    private static ChainBuilder events() {
        Script script = peer -> {
            peer.join();
            peer.hear();
            peer.hear();
            peer.say("42[\"early\",1]").say("42[\"early\",2]").say("430[]");
            // the client waits for this by now, or soon: either way it must get it
            peer.say("42[\"late\"]").listen();
        };
        return exec(connectTo(script))
                .exec(socketIo("emit").emit("nothing"))
                .exec(socketIo("ask").emit("question").ack())
                .exec(socketIo("early").on("early").times(2))
                .exec(socketIo("late").on("late"));
    }

    private static ChainBuilder answers() {
        return exec(socketIo("connect")
                        .connect(url())
                        .namespace("/dynamic-717")
                        .answer(
                                "question",
                                event -> List.of(event.arguments().get(0).asInt() + 1)))
                .exec(socketIo("ask")
                        .emit(
                                "umpire",
                                Map.of("op", "emitWithAck", "via", "io", "event", "question", "args", List.of(41)))
                        .ack(that(
                                "the server got the answer",
                                arguments -> arguments
                                                .get(0)
                                                .path("responses")
                                                .path(0)
                                                .asInt()
                                        == 42)));
    }

    private static ChainBuilder groups() {
        return exec(group("outer")
                .on(exec(socketIo("connect").connect(url()))
                        .exec(group("inner")
                                .on(exec(
                                        socketIo("ask").emit("message-with-ack").ack())))));
    }

    private static void inTheirGroups(List<Sample> samples) {
        assertThat(samples)
                .extracting(Sample::line, Sample::groups)
                .containsExactly(tuple("OK connect", List.of("outer")), tuple("OK ask", List.of("outer", "inner")));
    }

    private static ChainBuilder comesBack() {
        AtomicInteger connections = new AtomicInteger();
        Script script = peer -> {
            boolean first = connections.getAndIncrement() == 0;
            peer.join();
            if (!"40/chat,{\"token\":1}".equals(peer.hear())) {
                return;
            }
            peer.say("40/chat,{\"sid\":\"c\"}");
            if (first) {
                peer.hear();
            } else {
                peer.say("42/chat,[\"news\"]").listen();
            }
        };
        return exec(socketIo("connect").connect(stub.plays(script)).reconnect(1, Duration.ofMillis(50)))
                .exec(socketIo("enter").join("/chat", "{\"token\":1}"))
                .exec(socketIo("say").send("cut me off"))
                .exec(socketIo("hear").on("news").namespace("/chat"));
    }

    /** The second step comes after the loss, and before the client is back. */
    private static ChainBuilder waits() {
        AtomicInteger connections = new AtomicInteger();
        Script script = peer -> {
            peer.join();
            if (connections.getAndIncrement() > 0) {
                peer.hear();
                peer.say("430[]").listen();
            }
        };
        return exec(socketIo("connect").connect(stub.plays(script)).reconnect(1, Duration.ofMillis(800)))
                .pause(Duration.ofMillis(400))
                .exec(socketIo("ask").emit("question").ack());
    }

    /** What becomes of connections that nobody closes. */
    private static void closes(Cases cases) {
        CountDownLatch left = new CountDownLatch(1);
        cases.add("ends with its user", exec(connectTo(closing(left))), samples -> {
            assertThat(samples).extracting(Sample::line).containsExactly("OK connect");
            assertThat(awaited(left)).as("the stub got a close frame").isTrue();
        });
        CountDownLatch replaced = new CountDownLatch(1);
        cases.add(
                "connects anew",
                exec(connectTo(closing(replaced)))
                        .exec(socketIo("anew").connect(url()))
                        .exec(socketIo("hear").on("auth"))
                        .exec(session -> awaited(replaced) ? session : session.markAsFailed())
                        .exitHereIfFailed()
                        .exec(socketIo("close").close()),
                lines("OK connect", "OK anew", "OK hear", "OK close"));
        CountDownLatch disconnected = new CountDownLatch(1);
        Script disconnecting = peer -> {
            if (peer.join().say("41").listen()) {
                disconnected.countDown();
            }
        };
        cases.add(
                "does not stay where it has no namespace",
                exec(connectTo(disconnecting))
                        .exec(socketIo("wait").on("never"))
                        .exec(session -> session.set("seen", awaited(disconnected)))
                        .doIf(session -> session.getBoolean("seen"))
                        .then(exec(socketIo("anew").connect(url()))),
                lines(
                        "OK connect",
                        "KO connect: the server disconnected the client from namespace /",
                        "KO wait: the server disconnected the client from namespace /",
                        "OK anew"));
    }

    private static Script closing(CountDownLatch closed) {
        return peer -> {
            if (peer.join().listen()) {
                closed.countDown();
            }
        };
    }

    private static Connect connectTo(Script script) {
        return socketIo("connect").connect(stub.plays(script));
    }

    private static String url() {
        return server.url().toString();
    }
}
