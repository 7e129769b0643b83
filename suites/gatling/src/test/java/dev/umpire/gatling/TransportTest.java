package dev.umpire.gatling;

import static dev.umpire.gatling.SocketIoDsl.socketIo;
import static dev.umpire.gatling.SocketIoDsl.that;
import static dev.umpire.gatling.rehearsal.Cases.awaited;
import static dev.umpire.gatling.rehearsal.Cases.lines;
import static dev.umpire.gatling.rehearsal.Scripts.polling;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.target.EmbeddedTarget;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.gatling.connection.SocketIoEvent;
import dev.umpire.gatling.rehearsal.Cases;
import dev.umpire.gatling.rehearsal.Peer;
import dev.umpire.gatling.rehearsal.Sample;
import dev.umpire.gatling.rehearsal.Script;
import dev.umpire.gatling.rehearsal.Stub;
import dev.umpire.gatling.step.CheckFailedException;
import dev.umpire.gatling.wire.Transport;
import dev.umpire.server.ServerOptions;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every transport carries the same: texts, bytes, long messages, pings, and the end. */
class TransportTest {
    private static final byte[] BYTES = {1, 2, -3};

    private static EmbeddedTarget server;

    private static EmbeddedTarget compressing;

    private static Stub stub;

    @BeforeAll
    static void startServers() throws IOException {
        TargetOptions options =
                TargetOptions.plain(Duration.ofMillis(800), Duration.ofSeconds(3), Duration.ofSeconds(5), 1_000_000);
        server = EmbeddedTarget.start(options, UnaryOperator.identity());
        compressing = EmbeddedTarget.start(options, ServerOptions::withPerMessageDeflate);
        stub = Stub.start();
    }

    @AfterAll
    static void stopServers() throws IOException {
        server.close();
        compressing.close();
        stub.close();
    }

    @TestFactory
    Stream<DynamicTest> transports() {
        Cases cases = new Cases();
        for (Transport transport : Transport.values()) {
            cases.add("talks over " + transport, talk(transport), lines("OK connect", "OK ask", "OK hear", "OK close"));
            cases.add(
                    "carries bytes over " + transport,
                    bytes(transport),
                    lines("OK connect", "OK ask", "OK say", "OK hear"));
        }
        cases.add(
                "compressed messages",
                longMessages(compressing),
                lines("OK connect", "OK ask", "OK ask", "OK ask", "OK ask"));
        cases.add("long messages", longMessages(server), lines("OK connect", "OK ask", "OK ask", "OK ask", "OK ask"));
        cases.add("answers pings", heartbeats(), lines("OK connect", "OK hear", "OK ask"));
        cases.add("answers a ping during the upgrade", upgrades(), lines("OK connect", "OK hear"));
        cases.add("cookies", cookies(), lines("OK connect", "OK hear", "OK close"));
        closesPolling(cases);
        return cases.run();
    }

    private static ChainBuilder talk(Transport transport) {
        return exec(socketIo("connect").connect(url()).transport(transport))
                .exec(socketIo("ask")
                        .emit("message-with-ack", "hällo", 7, true, null, List.of(1, 2), Map.of("a", 1))
                        .ack(that(
                                "it is what was sent",
                                arguments ->
                                        arguments.toString().equals("[\"hällo\", 7, true, null, [1,2], {\"a\":1}]"))))
                .exec(socketIo("hear").on("auth"))
                .exec(socketIo("close").close());
    }

    private static ChainBuilder bytes(Transport transport) {
        return exec(socketIo("connect").connect(url()).transport(transport))
                .exec(socketIo("ask")
                        .emit("message-with-ack", BYTES, Map.of("in", List.of(BYTES, "text")))
                        .ack(TransportTest::twoAttachments))
                .exec(socketIo("say").send(BYTES, List.of(BYTES)))
                .exec(socketIo("hear").on("message-back").check(TransportTest::twoAttachments));
    }

    private static Session twoAttachments(Session session, SocketIoEvent event) throws CheckFailedException {
        boolean same = event.attachments().size() == 2
                && event.attachments().stream().allMatch(bytes -> Arrays.equals(bytes, BYTES));
        if (!same) {
            throw new CheckFailedException("not the bytes that were sent");
        }
        return session;
    }

    private static ChainBuilder longMessages(EmbeddedTarget target) {
        ChainBuilder chain = exec(socketIo("connect").connect(target.url().toString()));
        for (int length : new int[] {100, 126, 65_500, 300_000}) {
            String text = "x".repeat(length);
            chain = chain.exec(socketIo("ask")
                    .emit("message-with-ack", text)
                    .ack(that(
                            "it came whole",
                            arguments -> arguments.get(0).asText().equals(text))));
        }
        return chain;
    }

    /** The server pings every 800 ms; the stub's first ping must be answered before it goes on. */
    private static ChainBuilder heartbeats() {
        Script script = peer -> {
            peer.join().say("2");
            if ("3".equals(peer.hear())) {
                peer.say("42[\"alive\"]");
            }
            peer.hear();
            peer.say("430[]").listen();
        };
        return exec(connectTo(script))
                .exec(socketIo("hear").on("alive"))
                .exec(socketIo("ask").emit("question").ack());
    }

    /** What the client has to say while polling pauses, it says over the WebSocket. */
    private static ChainBuilder upgrades() {
        AtomicInteger polls = new AtomicInteger();
        CountDownLatch polling = new CountDownLatch(1);
        CountDownLatch probed = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Script script = peer -> {
            if (peer.wantsWebSocket()) {
                peer.accept();
                boolean right = "2probe".equals(peer.hear());
                awaited(polling);
                peer.say("3probe");
                probed.countDown();
                right &= "5".equals(peer.hear());
                // the pong comes over polling if the client has not yet read the answer to its probe
                right &= answered.getCount() == 0 || "3".equals(peer.hear());
                if (right) {
                    peer.say("42[\"upgraded\"]").listen();
                }
            } else if (peer.posts()) {
                if (peer.body().equals("3")) {
                    answered.countDown();
                }
                peer.answer("200 OK", "ok");
            } else {
                int poll = polls.getAndIncrement();
                if (poll == 2) {
                    polling.countDown();
                    awaited(probed);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                }
                String open = Peer.OPEN.replace("\"upgrades\":[]", "\"upgrades\":[\"websocket\"]");
                String[] answers = {open, "40{\"sid\":\"s\"}", "2", "6"};
                peer.answer("200 OK", answers[Math.min(poll, answers.length - 1)]);
            }
        };
        return exec(connectTo(script).transport(Transport.UPGRADE))
                .exec(socketIo("hear").on("upgraded").within(Duration.ofSeconds(5)));
    }

    /** A load balancer that knows its clients again by a cookie, and sends strangers away. */
    private static ChainBuilder cookies() {
        AtomicInteger polls = new AtomicInteger();
        Script script = peer -> {
            if (peer.hasSession() && !peer.header("Cookie").contains("node=a")) {
                peer.answer("400 Bad Request", "who are you");
            } else if (peer.posts()) {
                peer.answer("200 OK", "ok");
            } else {
                String[] answers = {Peer.OPEN, "40{\"sid\":\"s\"}", "42[\"news\"]", "6"};
                String answer = answers[Math.min(polls.getAndIncrement(), answers.length - 1)];
                peer.answer("200 OK", answer, "Set-Cookie: node=a; Path=/");
            }
        };
        return exec(socketIo("connect").connect(stub.plays(script)).transport(Transport.POLLING))
                .exec(socketIo("hear").on("news"))
                .exec(socketIo("close").close());
    }

    /** A server cannot see a client go that only polls: it has to be told. */
    private static void closesPolling(Cases cases) {
        CountDownLatch closed = new CountDownLatch(1);
        cases.add(
                "says good-bye over polling",
                exec(socketIo("connect")
                                .connect(stub.plays(polled(new CountDownLatch(0), closed)))
                                .transport(Transport.POLLING))
                        .exec(socketIo("say").send("this request is under way"))
                        .exec(socketIo("close").close()),
                samples -> {
                    assertThat(samples).extracting(Sample::line).containsExactly("OK connect", "OK say", "OK close");
                    assertThat(awaited(closed))
                            .as("the stub got the close packet")
                            .isTrue();
                });
        CountDownLatch refused = new CountDownLatch(1);
        CountDownLatch abandoned = new CountDownLatch(1);
        cases.add(
                "leaves no session behind that opens too late",
                exec(socketIo("connect")
                                .connect(stub.plays(polled(refused, abandoned)))
                                .transport(Transport.POLLING)
                                .within(Duration.ofMillis(500)))
                        .exec(session -> {
                            refused.countDown();
                            return session;
                        })
                        .pause(Duration.ofMillis(300)),
                samples -> {
                    assertThat(samples)
                            .extracting(Sample::line)
                            .containsExactly(
                                    "KO connect: not connected within 500 ms: the server did not open a session");
                    assertThat(awaited(abandoned))
                            .as("the stub got the close packet")
                            .isTrue();
                });
    }

    /** A session over polling that opens when it may, and tells when it is closed. */
    private static Script polled(CountDownLatch mayOpen, CountDownLatch closed) {
        AtomicInteger polls = new AtomicInteger();
        return peer -> {
            if (peer.posts()) {
                if (peer.body().equals("1")) {
                    closed.countDown();
                }
                peer.answer("200 OK", "ok");
                return;
            }
            if (polls.get() == 0 && awaited(mayOpen)) {
                peer.answer("200 OK", Peer.OPEN);
            } else if (polls.get() == 1) {
                peer.answer("200 OK", "40{\"sid\":\"s\"}");
            } else {
                awaited(closed);
                peer.answer("200 OK", "6");
            }
            polls.incrementAndGet();
        };
    }

    private static Connect connectTo(Script script) {
        return socketIo("connect").connect(stub.plays(script));
    }

    private static String url() {
        return server.url().toString();
    }
}
