package dev.umpire.gatling;

import static dev.umpire.gatling.SocketIoDsl.socketIo;
import static dev.umpire.gatling.SocketIoDsl.that;
import static dev.umpire.gatling.rehearsal.Cases.lines;
import static dev.umpire.gatling.rehearsal.Cases.linesOf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.gatling.rehearsal.Cases;
import dev.umpire.gatling.rehearsal.Script;
import dev.umpire.gatling.rehearsal.Stub;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Events and acknowledgements that are not as they should be are failed samples whose messages say what is wrong. */
class EventFailuresTest {
    private static final Duration SOON = Duration.ofMillis(150);

    private static Stub stub;

    @BeforeAll
    static void startStub() throws IOException {
        stub = Stub.start();
    }

    @AfterAll
    static void stopStub() throws IOException {
        stub.close();
    }

    @TestFactory
    Stream<DynamicTest> failures() {
        Cases cases = new Cases();
        events(cases);
        acknowledgements(cases);
        return cases.run();
    }

    private static void events(Cases cases) {
        cases.add(
                "an event that does not come",
                exec(connect(peer -> peer.join().say("42[\"news\",1]").listen()))
                        .exec(socketIo("wait").on("news").times(2).within(SOON)),
                lines("OK connect", "KO wait: 1 of 2 events news within 150 ms"));
        cases.add(
                "an event after the step that waited for it",
                exec(connect(peer -> {
                            peer.join();
                            peer.hear();
                            peer.say("42[\"late\"]").say("430[]").listen();
                        }))
                        .exec(socketIo("wait").on("late").within(SOON))
                        .exec(socketIo("ask").emit("question").ack())
                        .exec(socketIo("wait again").on("late").within(SOON)),
                lines("OK connect", "KO wait: 0 of 1 events late within 150 ms", "OK ask", "OK wait again"));
        cases.add(
                "an event that was forgotten",
                exec(socketIo("connect")
                                .connect(stub.plays(peer -> peer.join()
                                        .say("42[\"news\",1]")
                                        .say("42[\"news of elsewhere\"]")
                                        .say("42[\"other\"]")
                                        .listen()))
                                .keep(1))
                        .exec(socketIo("other").on("other"))
                        .exec(socketIo("wait").on("news").within(SOON)),
                samples -> assertThat(linesOf(samples))
                        .last()
                        .asString()
                        .isEqualTo(
                                "KO wait: 0 of 1 events news within 150 ms; of those that nobody asked for, the client"
                                        + " keeps 1 (connect().keep(…))"));
        cases.add(
                "a check that does not hold",
                exec(connect(peer -> peer.join().say("42[\"news\",1]").listen()))
                        .exec(socketIo("wait")
                                .on("news")
                                .check(that(
                                        "the number is 2",
                                        arguments -> arguments.get(0).asInt() == 2))),
                lines("OK connect", "KO wait: not so: the number is 2, in [1]"));
        cases.add(
                "a check that throws",
                exec(connect(peer -> peer.join()
                                .say("42[\"news\"]")
                                .say("42[\"more\"]")
                                .listen()))
                        .exec(socketIo("wait").on("news").check(that("it is 1", arguments -> arguments.get(0) != null)))
                        .exec(socketIo("go on").on("more")),
                samples -> assertThat(linesOf(samples))
                        .satisfiesExactly(
                                first -> assertThat(first).isEqualTo("OK connect"),
                                second -> assertThat(second).startsWith("KO wait: a check threw java.lang.ArrayIndex"),
                                third -> assertThat(third).isEqualTo("OK go on")));
        cases.add(
                "out of order",
                numbered(0, 2, 1),
                lines("OK connect", "KO connect: event tick out of order", "OK end", "OK close"));
        cases.add(
                "before the first",
                numbered(5, 4),
                lines("OK connect", "KO connect: event tick out of order", "OK end", "OK close"));
        cases.add(
                "duplicate",
                numbered(0, 1, 1),
                lines("OK connect", "KO connect: event tick duplicated", "OK end", "OK close"));
        cases.add("lost", numbered(0, 1, 3), lines("OK connect", "OK end", "KO connect: event tick lost", "OK close"));
        cases.add(
                "lost, and the user ends without closing",
                exec(connectNumbered(0, 2)).exec(socketIo("end").on("end")),
                lines("OK connect", "OK end", "KO connect: event tick lost"));
        cases.add(
                "no number",
                exec(socketIo("connect")
                                .connect(stub.plays(peer -> peer.join()
                                        .say("42[\"tick\",\"x\"]")
                                        .say("42[\"end\"]")
                                        .listen()))
                                .numbered("tick", 0))
                        .exec(socketIo("end").on("end")),
                lines("OK connect", "KO connect: event tick has no number where one was due", "OK end"));
    }

    private static void acknowledgements(Cases cases) {
        cases.add(
                "no acknowledgement",
                exec(connect(peer -> peer.join().listen()))
                        .exec(socketIo("ask").emit("question").ack().within(SOON)),
                lines("OK connect", "KO ask: no acknowledgement within 150 ms"));
        cases.add(
                "an acknowledgement too late is no second failure",
                exec(connect(peer -> {
                            peer.join();
                            peer.hear();
                            peer.hear();
                            peer.say("430[1]").say("431[2]").listen();
                        }))
                        .exec(socketIo("ask").emit("question").ack().within(SOON))
                        .exec(socketIo("ask again").emit("question").ack()),
                lines("OK connect", "KO ask: no acknowledgement within 150 ms", "OK ask again"));
        cases.add(
                "an acknowledgement that does not come before the end",
                exec(connect(peer -> {
                            peer.join();
                            peer.hear();
                        }))
                        .exec(socketIo("ask").emit("question").ack()),
                lines(
                        "OK connect",
                        "KO connect: the server closed the TCP connection without a close frame",
                        "KO ask: the connection was lost: the server closed the TCP connection without a close"
                                + " frame"));
        cases.add(
                "an acknowledgement twice",
                exec(connect(peer -> {
                            peer.join();
                            peer.hear();
                            peer.say("430[1]").say("430[1]").say("42[\"end\"]").listen();
                        }))
                        .exec(socketIo("ask").emit("question").ack())
                        .exec(socketIo("end").on("end")),
                lines("OK connect", "OK ask", "KO connect: the server sent an acknowledgement twice: [1]", "OK end"));
        cases.add(
                "an acknowledgement that nobody asked for",
                stray("437[1]"),
                lines(
                        "OK connect",
                        "KO connect: the server sent an acknowledgement that was not asked for: [1]",
                        "OK end"));
        cases.add(
                "an acknowledgement whose check does not hold",
                exec(connect(peer -> {
                            peer.join();
                            peer.hear();
                            peer.say("430[\"no\"]").listen();
                        }))
                        .exec(socketIo("ask")
                                .emit("question")
                                .ack(that(
                                        "it is yes",
                                        arguments -> arguments.get(0).asText().equals("yes")))),
                lines("OK connect", "KO ask: not so: it is yes, in [\"no\"]"));
    }

    /** A packet that has no right to be there, and the proof that the connection goes on. */
    private static ChainBuilder stray(String packet) {
        return exec(connect(peer -> peer.join().say(packet).say("42[\"end\"]").listen()))
                .exec(pause(Duration.ofMillis(1)))
                .exec(socketIo("end").on("end"));
    }

    private static ChainBuilder numbered(int... numbers) {
        return exec(connectNumbered(numbers))
                .exec(socketIo("end").on("end"))
                .exec(socketIo("close").close());
    }

    private static ActionBuilder connectNumbered(int... numbers) {
        Script script = peer -> {
            peer.join();
            for (int number : numbers) {
                peer.say("42[\"tick\",\"x\"," + number + "]");
            }
            peer.say("42[\"end\"]").listen();
        };
        return socketIo("connect").connect(stub.plays(script)).numbered("tick", 1);
    }

    private static ActionBuilder connect(Script script) {
        return socketIo("connect").connect(stub.plays(script));
    }
}
