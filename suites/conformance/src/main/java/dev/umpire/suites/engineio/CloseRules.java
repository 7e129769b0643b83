package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.saboteur.engineio.AbortedPollUnnoticed;
import dev.umpire.fixtures.saboteur.engineio.CloseHandledLast;
import dev.umpire.fixtures.saboteur.engineio.CloseIgnored;
import dev.umpire.fixtures.saboteur.engineio.ClosedSidTakesPosts;
import dev.umpire.fixtures.saboteur.engineio.ClosedSidUpgrades;
import dev.umpire.fixtures.saboteur.engineio.PendingPollRefused;
import dev.umpire.fixtures.saboteur.engineio.SecondPollHumoured;
import dev.umpire.fixtures.saboteur.engineio.WebSocketCloseIgnored;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/**
 * Engine.IO v4, "Protocol" and "Sending and receiving data": a close packet ends the session from either side, and so
 * does the end of the connection that carries it; a session that has ended is unknown.
 */
@PartOf(Suite.CLOSE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "protocol")
class CloseRules {
    private static final int ATTEMPTS = 3;

    @Should(
            id = "EIO-CLOSE-POLLING",
            says = "ends a session whose client POSTs a close packet",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = CloseIgnored.class,
            seenIn = {"QV-06", "SI-04"})
    @Needs(transports = Via.POLLING)
    void endsOnAClosePacket(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        session.deliver("1");
        session.expectGone();
    }

    @Should(
            id = "EIO-CLOSE-PENDING-POLL",
            says = "ends the pending poll of a session whose client closes it, with a noop",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = PendingPollRefused.class)
    @Needs(transports = Via.POLLING)
    void endsThePendingPoll(Clients clients) {
        HttpReply reply = ParkedPoll.endAfter(clients, session -> session.deliver("1"));
        expect(reply.status() == 200 && reply.text().equals("6"), "HTTP 200 with a noop", reply);
    }

    @Must(
            id = "EIO-CLOSED-POST",
            says = "answers a POST to a session that its client has closed with HTTP 400",
            sabotagedBy = ClosedSidTakesPosts.class,
            seenIn = "QV-06")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "sending-data")
    @Needs(transports = Via.POLLING)
    void refusesPostsAfterwards(Clients clients) {
        PollingSession session = closed(clients);
        HttpReply reply = session.post(Home.fence());
        expect(reply.status() == 400, "HTTP 400 to a POST to a closed session", reply);
    }

    @Should(
            id = "EIO-CLOSED-UPGRADE",
            says = "closes a WebSocket for a session that its client has closed",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = ClosedSidUpgrades.class)
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "upgrade")
    @Needs(transports = {Via.POLLING, Via.UPGRADE})
    void refusesUpgradesAfterwards(Clients clients) {
        PollingSession session = closed(clients);
        new WebSocketAttempt(clients, session.query().replace("polling", "websocket")).expectRefused("2probe");
        clients.rawWebSocket();
    }

    // Node's engine.io 6.6.12 passes over a close packet on a WebSocket. The official test does not notice, since it
    // answers no pings and takes the timeout for the close.
    @Should(
            id = "EIO-CLOSE-WEBSOCKET",
            says = "ends a WebSocket on which a close packet arrives",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = WebSocketCloseIgnored.class)
    @Needs(transports = Via.WEBSOCKET)
    void endsAWebSocketOnAClosePacket(Clients clients) {
        HandWebSocket webSocket = HandWebSocket.joined(clients);
        webSocket.send("1");
        webSocket.socket().awaitEnd();
    }

    @Should(
            id = "EIO-POLL-ABORTED",
            says = "ends a session whose client gives its pending poll up",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = {AbortedPollUnnoticed.class, SecondPollHumoured.class},
            seenIn = "SI-04")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "receiving-data")
    @Needs(transports = Via.POLLING)
    void endsOnAnAbortedPoll(Clients clients) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PollingSession session = PollingSession.joined(clients);
            if (session.giveUpPoll()) {
                session.expectEnding();
                return;
            }
        }
        throw new Undecided(PollingSession.PING_CROSSED);
    }

    @Should(
            id = "EIO-CLOSED-SILENT",
            says = "acts on nothing that a payload holds after a close packet",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = CloseHandledLast.class)
    @Needs(transports = Via.POLLING)
    void ignoresWhatFollows(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HttpExchange pending = session.parkedPoll();
        HttpReply post = session.post("1", Home.fence());
        expect(post.status() < 500, "an answer other than a server error", post);
        HttpReply reply = pending.reply();
        expect(!reply.text().contains("umpire"), "no answer to what follows a close packet", reply);
        session.expectGone();
    }

    private static PollingSession closed(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        session.deliver("1");
        Clients.prerequisite("EIO-CLOSE-POLLING", () -> {
            session.expectGone();
            return session;
        });
        return session;
    }
}
