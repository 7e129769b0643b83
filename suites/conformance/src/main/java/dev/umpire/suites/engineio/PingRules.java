package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.engineio.MessagesPostponePings;
import dev.umpire.fixtures.saboteur.engineio.OnePingOnly;
import dev.umpire.fixtures.saboteur.engineio.PingOnConnect;
import dev.umpire.fixtures.saboteur.engineio.PingsStopAtUpgrade;
import dev.umpire.fixtures.saboteur.engineio.PingsTooOften;
import dev.umpire.fixtures.saboteur.engineio.PollingPingsDoubled;
import dev.umpire.fixtures.saboteur.engineio.PollingPingsOmitted;
import dev.umpire.fixtures.saboteur.engineio.WebSocketPingsDoubled;
import dev.umpire.fixtures.saboteur.engineio.WebSocketPingsOmitted;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Patient;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.time.Duration;

/**
 * Engine.IO v4, "Heartbeat": the server sends a ping each pingInterval; a client that hears none for pingInterval and
 * pingTimeout takes the connection for closed. So this is how late a ping may come. That it may not come much earlier
 * follows from the word interval; a tenth is left to coarse clocks.
 */
@PartOf(Suite.HEARTBEAT)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "heartbeat")
class PingRules {

    @Must(
            id = "EIO-PING-POLLING",
            says = "sends the first ping one pingInterval after a handshake over polling",
            sabotagedBy = {PollingPingsOmitted.class, PingOnConnect.class})
    @Needs(transports = Via.POLLING)
    void pingsOverPolling(Clients clients) {
        expectFirstPing(LongLived.join(clients, Via.POLLING));
    }

    @Must(
            id = "EIO-PING-WEBSOCKET",
            says = "sends the first ping one pingInterval after a handshake over WebSocket",
            sabotagedBy = {WebSocketPingsOmitted.class, PingOnConnect.class})
    @Needs(transports = Via.WEBSOCKET)
    void pingsOverWebSocket(Clients clients) {
        expectFirstPing(LongLived.join(clients, Via.WEBSOCKET));
    }

    @Must(
            id = "EIO-PING-UPGRADE",
            says = "keeps sending pings when a session is upgraded before the first one",
            sabotagedBy = PingsStopAtUpgrade.class)
    @Needs(transports = Via.UPGRADE)
    void pingsAfterAnUpgrade(Clients clients) {
        expectFirstPing(LongLived.join(clients, Via.UPGRADE));
    }

    @Patient
    @Must(
            id = "EIO-PING-AGAIN-POLLING",
            says = "sends one ping after the other at pingInterval over polling",
            sabotagedBy = {OnePingOnly.class, PollingPingsDoubled.class, PingsTooOften.class},
            seenIn = {"HB-01", "HB-02", "HB-07"})
    @Needs(transports = Via.POLLING)
    void pingsAgainOverPolling(Clients clients) {
        expectThreePings(LongLived.join(clients, Via.POLLING));
    }

    @Patient
    @Must(
            id = "EIO-PING-AGAIN-WEBSOCKET",
            says = "sends one ping after the other at pingInterval over WebSocket",
            sabotagedBy = {OnePingOnly.class, WebSocketPingsDoubled.class, PingsTooOften.class},
            seenIn = {"HB-01", "HB-02", "HB-07"})
    @Needs(transports = Via.WEBSOCKET)
    void pingsAgainOverWebSocket(Clients clients) {
        expectThreePings(LongLived.join(clients, Via.WEBSOCKET));
    }

    @Patient
    @Must(
            id = "EIO-PING-BESIDE-MESSAGES",
            says = "sends pings though messages go to and fro all the time",
            sabotagedBy = MessagesPostponePings.class,
            seenIn = "HB-02")
    void pingsBesideMessages(Clients clients) {
        LongLived session =
                LongLived.join(clients, clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING);
        while (session.age().compareTo(session.patience()) < 0) {
            session.wire().send(Home.fence());
            session.pass(clients.timing().pingInterval().dividedBy(8));
        }
        expectInTime(session.awaitPing(), session);
    }

    private static void expectFirstPing(LongLived session) {
        expectInTime(session.awaitPingInItsTime(), session);
    }

    /** Insists on three pings, an interval apart. */
    static void expectThreePings(LongLived session) {
        Duration before = Duration.ZERO;
        for (int i = 0; i < 3; i++) {
            Duration ping = session.awaitPingInItsTime();
            expectInTime(ping.minus(before), session);
            before = ping;
        }
    }

    private static void expectInTime(Duration waited, LongLived session) {
        expect(
                waited.compareTo(session.patience()) <= 0,
                "a ping within " + session.patience().toMillis() + " ms",
                "after " + waited.toMillis() + " ms");
    }
}
