package dev.umpire.gatling;

import static dev.umpire.gatling.SocketIoDsl.socketIo;
import static dev.umpire.gatling.rehearsal.Cases.lines;
import static dev.umpire.gatling.rehearsal.Cases.linesOf;
import static dev.umpire.gatling.rehearsal.Scripts.once;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.gatling.rehearsal.Cases;
import dev.umpire.gatling.rehearsal.Peer;
import dev.umpire.gatling.rehearsal.Script;
import dev.umpire.gatling.rehearsal.Stub;
import dev.umpire.gatling.wire.Transport;
import io.gatling.javaapi.core.ActionBuilder;
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

/** Connections that end, or never begin, are failed samples whose messages say why: here they are. */
class ConnectionFailuresTest {
    private static final String SLOW = "0{\"sid\":\"e\",\"upgrades\":[],\"pingInterval\":500,\"pingTimeout\":500}";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

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

    private static ActionBuilder connect(Script script) {
        return socketIo("connect").connect(stub.plays(script));
    }

    private static ActionBuilder never() {
        return socketIo("wait").on("never");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
