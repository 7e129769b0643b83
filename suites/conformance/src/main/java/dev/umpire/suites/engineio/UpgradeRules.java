package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.engineio.FirstPollOnlyHurried;
import dev.umpire.fixtures.saboteur.engineio.LatePollsAnswered;
import dev.umpire.fixtures.saboteur.engineio.LatePostsAcknowledged;
import dev.umpire.fixtures.saboteur.engineio.PingForNoop;
import dev.umpire.fixtures.saboteur.engineio.ProbeForgotten;
import dev.umpire.fixtures.saboteur.engineio.StrayNoop;
import dev.umpire.fixtures.saboteur.engineio.UpgradePacketIgnored;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
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
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Engine.IO v4, "Upgrade": a client probes a WebSocket with {@code 2probe}; the server answers {@code 3probe} and ends
 * whatever poll is pending with a noop, so that the client can stop polling; {@code 5} moves the session.
 */
@PartOf(Suite.UPGRADE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "upgrade")
@Needs(transports = {Via.POLLING, Via.UPGRADE})
class UpgradeRules {
    private static final int ATTEMPTS = 8;

    /** So many pings within half an interval are no chance on the busiest machine. */
    private static final int MOST_BY_CHANCE = 3;

    @Must(
            id = "EIO-UPGRADE-PROBE",
            says = "answers 2probe on a WebSocket of a polling session with 3probe",
            sabotagedBy = ProbeForgotten.class,
            seenIn = "UP-13")
    void answersTheProbe(Clients clients) {
        PollingSession session = PollingSession.open(clients);
        RawWebSocket candidate = clients.rawWebSocket(session.sid());
        candidate.send("2probe");
        String answer = candidate.nextData().text();
        expect(answer.equals("3probe"), "3probe", answer);
    }

    @Must(
            id = "EIO-UPGRADE-COMPLETE",
            says = "moves the session to the WebSocket when 5 arrives, with no poll pending",
            sabotagedBy = UpgradePacketIgnored.class,
            seenIn = "UP-10")
    void movesTheSession(Clients clients) {
        HandWebSocket webSocket = HandWebSocket.upgraded(clients, PollingSession.joined(clients));
        Wanted.that("an answer on the WebSocket, to which the session has moved", webSocket::expectUsable);
    }

    @Must(
            id = "EIO-UPGRADE-PENDING-POLL",
            says = "ends the pending poll with a noop while the session is probed",
            sabotagedBy = PingForNoop.class,
            seenIn = {"UP-01", "UP-13"})
    void endsThePendingPoll(Clients clients) {
        int held = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long began = System.nanoTime();
            PollingSession session = PollingSession.joined(clients);
            HttpExchange pending = session.parkedPoll();
            HandWebSocket webSocket = HandWebSocket.probed(clients, session);
            // a ping is due one pingInterval after the handshake: who got here late cannot tell what it ended
            Duration late = clients.timing().pingInterval().dividedBy(2);
            boolean inTime = System.nanoTime() - began < late.toNanos();
            if (!pingAlone(session, pending)) {
                webSocket.send("5");
                webSocket.expectUsable();
                return;
            }
            held += inTime ? 1 : 0;
            expect(held < MOST_BY_CHANCE, "a noop", "pings only: polls are held until the next one");
        }
        throw new Undecided("upgrades took so long that pings were due anyway");
    }

    // python-engineio once ended the first poll only (its issue 76), socketioxide held the others until the next ping
    // (its issue 479): upgrades then took as long as pingInterval.
    @Should(
            id = "EIO-UPGRADE-FURTHER-POLLS",
            says = "ends every further poll of an unfinished upgrade without waiting for the next ping",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = FirstPollOnlyHurried.class,
            seenIn = {"UP-02", "UP-03"})
    void endsFurtherPolls(Clients clients) {
        long pings = 0;
        // a server that holds polls until its next ping ends at least three of them so, and every time; on a slow
        // machine as many may be due by chance, once
        for (int attempt = 0; attempt < MOST_BY_CHANCE; attempt++) {
            PollingSession session = PollingSession.joined(clients);
            HandWebSocket webSocket = HandWebSocket.probed(clients, session);
            pings = Stream.generate(() -> pingAlone(session, session.poll()))
                    .limit(4)
                    .filter(ping -> ping)
                    .count();
            if (pings < 3) {
                webSocket.send("5");
                webSocket.expectUsable();
                return;
            }
        }
        throw new Violation("four polls ended at once, so with few pings", pings + " of them ended by a ping");
    }

    // socketioxide 0.5 once sent the noop that was meant for the poll (its changelog for 0.5.1).
    @Should(
            id = "EIO-UPGRADE-NO-STRAY-NOOP",
            says = "sends no noop and no second 3probe on the WebSocket once the session has moved",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = StrayNoop.class,
            seenIn = "UP-04")
    void sendsNoNoopAfterwards(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HttpExchange pending = session.parkedPoll();
        HandWebSocket webSocket = HandWebSocket.moved(clients, session);
        pending.reply();
        Wanted.that("nothing on the WebSocket that belongs to polling", webSocket.socket()::expectSilence);
        webSocket.expectUsable();
    }

    @Should(
            id = "EIO-UPGRADE-POLLS-AFTER",
            says = "answers polling requests of a session that has moved with HTTP 400, and goes on",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = {LatePollsAnswered.class, LatePostsAcknowledged.class})
    void refusesPollsAfterwards(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HandWebSocket webSocket = HandWebSocket.moved(clients, session);
        HttpReply get = session.get();
        expect(get.status() == 400, "HTTP 400 to a poll", get);
        HttpReply post = session.post(Home.fence());
        expect(post.status() == 400, "HTTP 400 to a POST", post);
        webSocket.expectUsable();
    }

    private static boolean pingAlone(PollingSession session, HttpExchange poll) {
        HttpReply reply = poll.reply();
        session.read(reply);
        return reply.text().equals("2");
    }
}
