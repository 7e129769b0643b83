package dev.umpire.gatling;

import static dev.umpire.gatling.SocketIoDsl.socketIo;
import static dev.umpire.gatling.rehearsal.Cases.lines;
import static dev.umpire.gatling.rehearsal.Cases.linesOf;
import static dev.umpire.gatling.rehearsal.Scripts.polling;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.gatling.rehearsal.Cases;
import dev.umpire.gatling.rehearsal.Script;
import dev.umpire.gatling.rehearsal.Stub;
import dev.umpire.gatling.wire.Transport;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Packets that are none, and steps that a simulation got wrong, are failed samples whose messages say what is wrong.
 */
class MistakesTest {
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
        malformed(cases);
        simulations(cases);
        return cases.run();
    }

    private static void malformed(Cases cases) {
        strays(cases, "hello", "what is no Engine.IO packet: hello");
        strays(cases, "49", "what is no Socket.IO packet: 9");
        strays(cases, "42[\"news\"", "what is no JSON: [\"news\"");
        strays(cases, "42{}", "what is no array of arguments: {}");
        strays(cases, "42[7]", "an event without a name: [7]");
        strays(cases, "40{}", "an answer to a CONNECT that was not sent, in namespace /");
        cases.add(
                "an attachment that is missing",
                exec(connect(peer -> {
                            peer.join().say("451-[\"news\",{\"_placeholder\":true,\"num\":0}]");
                            peer.say("42[\"end\"]").say("42[\"end\"]").listen();
                        }))
                        .exec(socketIo("end").on("end").times(2)),
                lines(
                        "OK connect",
                        "KO connect: the server sent another packet where an attachment was due: 2[\"end\"]",
                        "OK end"));
        cases.add(
                "an attachment too many",
                exec(connect(peer -> {
                            peer.join().raw((byte) 0x82, (byte) 1, (byte) 7);
                            peer.say("42[\"end\"]").listen();
                        }))
                        .exec(socketIo("end").on("end")),
                lines(
                        "OK connect",
                        "KO connect: the server sent an attachment of 1 bytes that no packet announced",
                        "OK end"));
        cases.add(
                "a frame that is none",
                exec(connect(peer -> {
                            peer.join().raw((byte) 0xc1, (byte) 0);
                            peer.listen();
                        }))
                        .exec(never()),
                lines(
                        "OK connect",
                        "KO connect: the server sent a WebSocket frame with a reserved bit",
                        "KO wait: the connection was lost: the server sent a WebSocket frame with a reserved bit"));
        cases.add(
                "polling, bytes that are none",
                exec(socketIo("connect").connect(stub.plays(polling("b?"))).transport(Transport.POLLING))
                        .exec(never()),
                lines(
                        "OK connect",
                        "KO connect: the server sent a binary packet that is no base64",
                        "KO wait: the connection was lost: the server sent a binary packet that is no base64"));
    }

    private static void simulations(Cases cases) {
        cases.add(
                "attribute missing in the url",
                exec(socketIo("connect").connect("#{url}")),
                lines("KO connect: No attribute named 'url' is defined"));
        cases.add(
                "attribute missing in the auth",
                exec(socketIo("connect").connect("http://localhost").auth("{\"token\":\"#{token}\"}")),
                lines("KO connect: No attribute named 'token' is defined"));
        cases.add(
                "no url",
                exec(socketIo("connect").connect("ws://localhost")),
                lines("KO connect: \"ws://localhost\" is no address of a Socket.IO server, such as"
                        + " http://localhost:3000"));
        cases.add(
                "attribute missing in the arguments",
                exec(connect(peer -> peer.join().listen()))
                        .exec(socketIo("say").emit("x", List.of("#{text}")))
                        .exec(socketIo("enter").join("#{room}")),
                lines(
                        "OK connect",
                        "KO say: No attribute named 'text' is defined",
                        "KO enter: No attribute named 'room' is defined"));
        cases.add(
                "an argument that is no JSON",
                exec(connect(peer -> peer.join().listen())).exec(socketIo("say").emit("x", new Object())),
                samples -> assertThat(linesOf(samples)).last().asString().startsWith("KO say: "));
        cases.add(
                "no connect step",
                exec(socketIo("say").send("hello")),
                lines("KO say: the scenario has no connect step before this one"));
        cases.add(
                "a step after the end",
                exec(connect(peer -> peer.join().listen()))
                        .exec(socketIo("close").close())
                        .exec(socketIo("say").send("hello"))
                        .exec(socketIo("close").close()),
                lines("OK connect", "OK close", "KO say: there is no connection: it was closed", "OK close"));
        cases.add(
                "exitHereIfFailed",
                exec(connect(peer -> peer.answer("400 Bad Request", "")))
                        .exitHereIfFailed()
                        .exec(socketIo("say").send("hello")),
                lines("KO connect: the server answered the WebSocket handshake with 400 Bad Request"));
    }

    private static void strays(Cases cases, String packet, String words) {
        cases.add(
                "the server says " + packet,
                stray(packet),
                lines("OK connect", "KO connect: the server sent " + words, "OK end"));
    }

    /** A packet that has no right to be there, and the proof that the connection goes on. */
    private static ChainBuilder stray(String packet) {
        return exec(connect(peer -> peer.join().say(packet).say("42[\"end\"]").listen()))
                .exec(pause(Duration.ofMillis(1)))
                .exec(socketIo("end").on("end"));
    }

    private static ActionBuilder connect(Script script) {
        return socketIo("connect").connect(stub.plays(script));
    }

    private static ActionBuilder never() {
        return socketIo("wait").on("never");
    }
}
