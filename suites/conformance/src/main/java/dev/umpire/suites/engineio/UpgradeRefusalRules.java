package dev.umpire.suites.engineio;

import dev.umpire.fixtures.saboteur.engineio.AbandonedUpgradeEndsSession;
import dev.umpire.fixtures.saboteur.engineio.AnyProbeTaken;
import dev.umpire.fixtures.saboteur.engineio.CandidateKept;
import dev.umpire.fixtures.saboteur.engineio.MovedSessionProbed;
import dev.umpire.fixtures.saboteur.engineio.SecondCandidateProbed;
import dev.umpire.fixtures.saboteur.engineio.SecondWebSocketDeafensFirst;
import dev.umpire.fixtures.saboteur.engineio.SilenceTolerated;
import dev.umpire.fixtures.saboteur.engineio.UnfinishedUpgradeKeepsSession;
import dev.umpire.fixtures.saboteur.engineio.UnknownSidUpgrades;
import dev.umpire.fixtures.saboteur.engineio.UnprobedWebSocketLeftOpen;
import dev.umpire.fixtures.saboteur.engineio.WebSocketSessionProbed;
import dev.umpire.fixtures.saboteur.engineio.WrongProbeEndsSession;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Patient;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Engine.IO v4, "WebSocket" and "Upgrade": a session has one WebSocket at most, and moves only when the client says so.
 * A WebSocket that does not get that far leaves the session where it was.
 */
@PartOf(Suite.UPGRADE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "upgrade")
@Needs(transports = {Via.POLLING, Via.UPGRADE})
class UpgradeRefusalRules {
    private static final String FIRST_GOES_ON = "the first WebSocket to go on";

    @Must(
            id = "EIO-UPGRADE-SECOND-WEBSOCKET",
            says = "closes a second WebSocket of an upgraded session, and keeps the first",
            sabotagedBy = {MovedSessionProbed.class, SecondWebSocketDeafensFirst.class},
            seenIn = "UP-09")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "websocket")
    void closesASecondWebSocket(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HandWebSocket first = HandWebSocket.moved(clients, session);
        attempt(clients, session.sid()).expectRefused("2probe");
        Wanted.that(FIRST_GOES_ON, first::expectUsable);
    }

    // Node's engine.io 6.6.12 takes it for an upgrade: it answers 2probe with 3probe, moves the session on 5,
    // and closes it only when neither comes for upgradeTimeout. The text allows one WebSocket a session, however it
    // began.
    @Must(
            id = "EIO-WEBSOCKET-SECOND",
            says = "closes a second WebSocket of a session that began on a WebSocket, and keeps the first",
            sabotagedBy = {WebSocketSessionProbed.class, SecondWebSocketDeafensFirst.class})
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "websocket")
    @Needs(transports = Via.WEBSOCKET)
    void closesASecondWebSocketOfAWebSocketSession(Clients clients) {
        HandWebSocket first = HandWebSocket.joined(clients);
        attempt(clients, first.sid()).expectRefused("2probe");
        Wanted.that(FIRST_GOES_ON, first::expectUsable);
    }

    @Should(
            id = "EIO-UPGRADE-TWO-AT-ONCE",
            says = "closes a second WebSocket while the first is probed, and lets the first finish",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {SecondCandidateProbed.class, SecondWebSocketDeafensFirst.class},
            seenIn = "UP-09")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "websocket")
    void closesASecondCandidate(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HandWebSocket first = HandWebSocket.probed(clients, session);
        attempt(clients, session.sid()).expectRefused("2probe");
        first.send("5");
        Wanted.that(FIRST_GOES_ON, first::expectUsable);
    }

    @Should(
            id = "EIO-UPGRADE-SID-UNKNOWN",
            says = "closes a WebSocket for a session that does not exist",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = UnknownSidUpgrades.class,
            seenIn = "HS-04")
    void closesAWebSocketOfNoSession(Clients clients) {
        attempt(clients, "umpire-knows-no-such-session").expectRefused("2probe");
        HandWebSocket.moved(clients, PollingSession.joined(clients));
    }

    @Should(
            id = "EIO-UPGRADE-WRONG-PROBE",
            says = "closes a WebSocket that is probed with another word or no probe, and leaves the session to polling",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {AnyProbeTaken.class, WrongProbeEndsSession.class},
            seenIn = "UP-11")
    void closesAWrongProbe(Clients clients) {
        for (String wrong : new String[] {"2other", Home.fence()}) {
            PollingSession session = PollingSession.joined(clients);
            attempt(clients, session.sid()).expectRefused(wrong);
            session.expectUsable();
        }
    }

    // netty-socketio once closed the session with the WebSocket that failed (its issue 327).
    @Must(
            id = "EIO-UPGRADE-ABANDONED",
            says = "leaves a session to polling when its WebSocket ends before or after the probe",
            sabotagedBy = AbandonedUpgradeEndsSession.class,
            seenIn = "UP-11")
    void survivesAnAbandonedUpgrade(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HandWebSocket.candidate(clients, session).socket().close();
        session.expectUsable();
        // another session: nobody says that one of them must get a second WebSocket, and on bun-engine 0.1.2 none does
        PollingSession other = PollingSession.joined(clients);
        HandWebSocket probed = HandWebSocket.probed(clients, other);
        probed.socket().send(Frame.close(1000));
        probed.socket().close();
        other.expectUsable();
        other.expectUsable();
    }

    @Should(
            id = "EIO-UPGRADE-CLOSED-MEANWHILE",
            says = "closes the WebSocket that is probed when its session ends",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = CandidateKept.class,
            seenIn = "UP-08")
    void closesTheCandidateWithItsSession(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HandWebSocket candidate = HandWebSocket.probed(clients, session);
        session.deliver("1");
        candidate.socket().awaitEnd();
    }

    // Begun and never finished, upgrades once kept sessions alive for ever: socketioxide's issue 731.
    @Patient
    @Should(
            id = "EIO-UPGRADE-UNFINISHED",
            says = "ends a silent session, and the WebSocket with it, though an upgrade was begun",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {CandidateKept.class, SilenceTolerated.class, UnfinishedUpgradeKeepsSession.class},
            seenIn = "UP-07")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "heartbeat")
    void endsAnUnfinishedUpgrade(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HandWebSocket candidate = HandWebSocket.probed(clients, session);
        candidate.socket().stopAnsweringPings();
        candidate.socket().awaitEnd(clients.timing().heartbeatEnd());
        // the upgrade may be given up long before the session is: polls bring its pings, which stay unanswered
        session.expectGoneWithin(clients.timing().heartbeatEnd());
    }

    @Should(
            id = "EIO-UPGRADE-NEVER-PROBED",
            sabotagedBy = UnprobedWebSocketLeftOpen.class,
            says = "ends a WebSocket that is never probed, with its session if not before",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = {"UP-07", "UP-08"})
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "heartbeat")
    void endsAWebSocketThatIsNeverProbed(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HandWebSocket candidate = HandWebSocket.candidate(clients, session);
        candidate.socket().stopAnsweringPings();
        candidate.socket().awaitEnd(clients.timing().heartbeatEnd());
    }

    private static WebSocketAttempt attempt(Clients clients, String sid) {
        return new WebSocketAttempt(
                clients, "EIO=4&transport=websocket&sid=" + URLEncoder.encode(sid, StandardCharsets.UTF_8));
    }
}
