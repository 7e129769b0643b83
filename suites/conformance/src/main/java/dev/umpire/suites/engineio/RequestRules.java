package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.saboteur.engineio.EmptyPostUnanswered;
import dev.umpire.fixtures.saboteur.engineio.KeptConnectionsDropped;
import dev.umpire.fixtures.saboteur.engineio.MalformedFrameIgnored;
import dev.umpire.fixtures.saboteur.engineio.MalformedPostAcknowledged;
import dev.umpire.fixtures.saboteur.engineio.MalformedPostIgnored;
import dev.umpire.fixtures.saboteur.engineio.OctetsUnanswered;
import dev.umpire.fixtures.saboteur.engineio.PutAcknowledged;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What else clients, proxies and strangers send to a session: every request gets a complete answer or the end of its
 * connection, and nobody else suffers.
 */
@PartOf(Suite.PAYLOADS)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "sending-and-receiving-data")
@Needs(transports = Via.POLLING)
class RequestRules {

    @Should(
            id = "EIO-POST-MALFORMED",
            says = "closes the session when a POST holds what is not a packet",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = MalformedPostIgnored.class)
    void closesOnAMalformedPacket(Clients clients) {
        Bystander bystander = new Bystander(clients);
        PollingSession session = PollingSession.joined(clients);
        answer(clients, session, "text/plain;charset=UTF-8", "abc");
        session.expectGone();
        bystander.expectUnharmed();
    }

    // The official test wants this and then catches its own complaint; Node's engine.io 6.6.12 answers HTTP 200 ok.
    @May(
            id = "EIO-POST-MALFORMED-STATUS",
            says = "answers a POST that holds what is not a packet with HTTP 400, or ends its connection",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = MalformedPostAcknowledged.class)
    void answersAMalformedPacket(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        answer(clients, session, "text/plain;charset=UTF-8", "abc")
                .ifPresent(reply -> expect(reply.status() == 400, "HTTP 400 to what is not a packet", reply));
    }

    @Should(
            id = "EIO-FRAME-MALFORMED",
            says = "closes the session when a WebSocket message holds what is not a packet",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = MalformedFrameIgnored.class)
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "websocket-1")
    @Needs(transports = Via.WEBSOCKET)
    void closesOnAMalformedFrame(Clients clients) {
        Bystander bystander = new Bystander(clients);
        HandWebSocket webSocket = HandWebSocket.joined(clients);
        webSocket.send("abc");
        webSocket.socket().awaitEnd();
        bystander.expectUnharmed();
    }

    // engine.io before 6.6.7 kept such requests open for ever.
    @Should(
            id = "EIO-POST-OCTET-STREAM",
            says = "answers a POST of octets, or ends its connection",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = OctetsUnanswered.class,
            seenIn = "PO-11")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "headers")
    void answersOctets(Clients clients) {
        Bystander bystander = new Bystander(clients);
        answer(clients, PollingSession.joined(clients), "application/octet-stream", Home.fence());
        bystander.expectUnharmed();
    }

    @Should(
            id = "EIO-POST-EMPTY",
            says = "answers a POST without a body and one with an empty message, or ends its connection",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = EmptyPostUnanswered.class)
    void answersEmptyBodies(Clients clients) {
        Bystander bystander = new Bystander(clients);
        answer(clients, PollingSession.joined(clients), "text/plain;charset=UTF-8", "");
        answer(clients, PollingSession.joined(clients), "text/plain;charset=UTF-8", "4");
        bystander.expectUnharmed();
    }

    @Should(
            id = "EIO-METHOD-OTHER",
            says = "answers PUT, DELETE and HEAD with the id of a session with an error status",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = PutAcknowledged.class)
    void refusesOtherMethods(Clients clients) {
        Bystander bystander = new Bystander(clients);
        for (String method : new String[] {"PUT", "DELETE", "HEAD"}) {
            PollingSession session = PollingSession.joined(clients);
            HttpReply reply = clients.send(method, session.query(), "", null).reply();
            expect(reply.status() >= 400, "an error status to " + method, reply);
        }
        bystander.expectUnharmed();
    }

    @Should(
            id = "EIO-POLL-KEEP-ALIVE",
            says = "answers request after request on one TCP connection",
            sabotagedBy = KeptConnectionsDropped.class)
    @Section(spec = Spec.RFC_9112, anchor = "9.3")
    void keepsAConnection(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HttpExchange http = clients.http();
        String host = " HTTP/1.1\r\nHost: " + clients.endpoint().authority() + "\r\n";
        String target = clients.endpoint().target(session.query());
        byte[] body = Home.fence().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 10; i++) {
            http.send("POST " + target + host + "Content-Length: " + body.length + "\r\n\r\n", body);
            expectKept(http);
            http.send("GET " + target + host + "\r\n", new byte[0]);
            HttpReply poll = expectKept(http);
            session.read(poll);
        }
        for (int i = 0; i < 10; i++) {
            Home.expectFence(session.nextPacket());
        }
    }

    private static Optional<HttpReply> answer(Clients clients, PollingSession session, String type, String body) {
        HttpExchange post = clients.send("POST", session.query(), "Content-Type: " + type + "\r\n", body);
        return Wanted.that(
                "an answer to a POST of " + body.length() + " bytes of " + type + ", or the end of its connection",
                () -> post.reply(clients.timing().await()));
    }

    private static HttpReply expectKept(HttpExchange http) {
        HttpReply reply = Wanted.that("an answer to each request on a connection that is kept", () -> http.reply());
        expect(reply.status() == 200, "HTTP 200", reply);
        if (reply.hasToken("connection", "close")) {
            throw new NotApplicable("the target does not keep connections");
        }
        return reply;
    }
}
