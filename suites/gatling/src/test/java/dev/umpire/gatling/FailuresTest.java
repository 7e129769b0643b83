package dev.umpire.gatling;

import static dev.umpire.gatling.SocketIoDsl.socketIo;
import static dev.umpire.gatling.SocketIoDsl.that;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.gatling.rehearsal.Cases;
import dev.umpire.gatling.rehearsal.Peer;
import dev.umpire.gatling.rehearsal.Sample;
import dev.umpire.gatling.rehearsal.Script;
import dev.umpire.gatling.rehearsal.Stub;
import dev.umpire.gatling.wire.Transport;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever goes wrong is a failed sample whose message says what: here are the messages. */
class FailuresTest {
    private static final String SLOW = "0{\"sid\":\"e\",\"upgrades\":[],\"pingInterval\":500,\"pingTimeout\":500}";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
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
    Stream<DynamicTest> failures() throws IOException {
        Cases cases = new Cases();
        connections(cases);
        refusals(cases);
        events(cases);
        acknowledgements(cases);
        malformed(cases);
        simulations(cases);
        return cases.run();
    }

    private static void connections(Cases cases) {
        cases.add(
                "closed with a code",
                exec(connect(peer -> peer.join().closes(1011, "boom"))).exec(never()),
                lines(
                        "OK connect",
                        "KO connect: the server closed the connection with code 1011 (boom)",
                        "KO wait: the connection was lost: the server closed the connection with code 1011 (boom)"));
        cases.add(
                "cut without a close frame",
                exec(connect(Peer::join)).exec(never()),
                lines(
                        "OK connect",
                        "KO connect: the server closed the TCP connection without a close frame",
                        "KO wait: the connection was lost: the server closed the TCP connection without a close"
                                + " frame"));
        cases.add(
                "session closed",
                exec(connect(peer -> peer.join().say("1").listen())).exec(never()),
                lines(
                        "OK connect",
                        "KO connect: the server closed the session",
                        "KO wait: the connection was lost: the server closed the session"));
        cases.add(
                "disconnected from the namespace",
                exec(connect(peer -> peer.join().say("41").listen()))
                        .exec(never())
                        .exec(socketIo("say").send("hello")),
                lines(
                        "OK connect",
                        "KO connect: the server disconnected the client from namespace /",
                        "KO wait: the server disconnected the client from namespace /",
                        "KO say: there is no connection: the server disconnected the client from namespace /"));
        cases.add(
                "disconnected from one namespace of two",
                exec(connect(peer -> {
                            peer.join();
                            peer.hear();
                            peer.say("40/chat,{\"sid\":\"c\"}").say("41/chat,");
                            peer.say("42[\"end\"]").listen();
                        }))
                        .exec(socketIo("enter").join("/chat"))
                        .exec(socketIo("end").on("end"))
                        .exec(socketIo("say").send("hello").namespace("/chat")),
                lines(
                        "OK connect",
                        "OK enter",
                        "KO connect: the server disconnected the client from namespace /chat",
                        "OK end",
                        "KO say: the client is not in namespace /chat"));
        cases.add(
                "no ping in time",
                exec(connect(peer -> peer.join(SLOW).listen())).exec(never()),
                lines(
                        "OK connect",
                        "KO connect: the server sent no ping within 1000 ms",
                        "KO wait: the connection was lost: the server sent no ping within 1000 ms"));
        cases.add(
                "reconnects in vain",
                exec(socketIo("connect").connect(stub.plays(once(Peer::join))).reconnect(2, Duration.ofMillis(20)))
                        .exec(never()),
                lines(
                        "OK connect",
                        "KO connect: the server closed the TCP connection without a close frame",
                        "KO connect, again: the server answered the WebSocket handshake with 503 Service Unavailable",
                        "KO connect, again: the server answered the WebSocket handshake with 503 Service Unavailable",
                        "KO wait: there is no connection: the server answered the WebSocket handshake with 503 Service"
                                + " Unavailable"));
    }

    private static void refusals(Cases cases) throws IOException {
        cases.add(
                "refused CONNECT",
                exec(connect(peer -> {
                    peer.accept(Peer.OPEN);
                    peer.hear();
                    peer.say("44{\"message\":\"not authorized\"}").listen();
                })),
                lines("KO connect: the server refused CONNECT: {\"message\":\"not authorized\"}"));
        cases.add(
                "nothing listens",
                exec(socketIo("connect").connect("http://127.0.0.1:" + closedPort())),
                samples -> assertThat(linesOf(samples))
                        .singleElement()
                        .asString()
                        .startsWith("KO connect: no TCP connection: Connection refused"));
        for (Transport transport : List.of(Transport.WEBSOCKET, Transport.POLLING)) {
            String asked =
                    transport == Transport.WEBSOCKET ? "the WebSocket handshake with " : "a polling request with ";
            cases.add(
                    "answered 400 over " + transport,
                    exec(socketIo("connect")
                            .connect(stub.plays(peer -> peer.answer("400 Bad Request", "")))
                            .transport(transport)),
                    lines("KO connect: the server answered " + asked + "400 Bad Request"));
            cases.add(
                    "answered 503 over " + transport,
                    exec(socketIo("connect")
                            .connect(stub.plays(peer -> peer.answer("503 Service Unavailable", "")))
                            .transport(transport)),
                    lines("KO connect: the server answered " + asked + "503 Service Unavailable"));
            cases.add(
                    "left without an answer over " + transport,
                    exec(socketIo("connect")
                            .connect(stub.plays(peer -> {
                                throw new IOException("cut");
                            }))
                            .transport(transport)),
                    lines("KO connect: the server closed the TCP connection without an answer"));
        }
        cases.add(
                "no open packet",
                exec(connect(peer -> {
                    peer.accept("hello");
                    peer.listen();
                })),
                lines("KO connect: the server's open packet is malformed: hello"));
        cases.add(
                "no session in time",
                exec(socketIo("connect").connect(stub.plays(Peer::listen)).within(PATIENCE)),
                lines("KO connect: not connected within 2000 ms: the server did not open a session"));
        cases.add(
                "no answer to CONNECT",
                exec(socketIo("connect")
                        .connect(stub.plays(peer -> {
                            peer.accept(Peer.OPEN);
                            peer.listen();
                        }))
                        .within(PATIENCE)),
                lines("KO connect: not connected within 2000 ms: the server did not answer CONNECT"));
        cases.add(
                "no upgrade offered",
                exec(socketIo("connect")
                        .connect(stub.plays(peer -> peer.answer("200 OK", Peer.OPEN)))
                        .transport(Transport.UPGRADE)),
                lines("KO connect: the server offers no upgrade to WebSocket"));
        cases.add(
                "join refused",
                exec(connect(peer -> {
                            peer.join();
                            peer.hear();
                            peer.say("44/chat,{\"message\":\"full\"}").listen();
                        }))
                        .exec(socketIo("enter").join("/chat")),
                lines("OK connect", "KO enter: the server refused CONNECT: {\"message\":\"full\"}"));
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

    private static ActionBuilder never() {
        return socketIo("wait").on("never");
    }

    /** Plays a script for the first connection, and has no time for those that follow. */
    private static Script once(Script script) {
        boolean[] played = {false};
        return peer -> {
            synchronized (played) {
                if (played[0]) {
                    peer.answer("503 Service Unavailable", "");
                    return;
                }
                played[0] = true;
            }
            script.play(peer);
        };
    }

    /** A session over polling in which the third poll brings this. */
    private static Script polling(String payload) {
        int[] polls = {0};
        return peer -> {
            synchronized (polls) {
                if (peer.posts()) {
                    peer.answer("200 OK", "ok");
                    return;
                }
                String[] answers = {Peer.OPEN, "40{\"sid\":\"s\"}", payload};
                peer.answer("200 OK", answers[Math.min(polls[0], answers.length - 1)]);
                polls[0]++;
            }
        };
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> linesOf(List<Sample> samples) {
        return samples.stream().map(Sample::line).toList();
    }

    private static Cases.Expected lines(String... wanted) {
        return samples -> assertThat(linesOf(samples)).containsExactly(wanted);
    }
}
