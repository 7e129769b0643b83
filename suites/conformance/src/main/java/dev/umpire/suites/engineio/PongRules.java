package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.saboteur.engineio.ClientPingTolerated;
import dev.umpire.fixtures.saboteur.engineio.LatePongIgnored;
import dev.umpire.fixtures.saboteur.engineio.PongPostponesPing;
import dev.umpire.fixtures.saboteur.engineio.SilenceTolerated;
import dev.umpire.fixtures.saboteur.engineio.TimedOutConnectionKept;
import dev.umpire.fixtures.saboteur.engineio.TimeoutTooEarly;
import dev.umpire.fixtures.saboteur.engineio.UnaskedPongStartsHeartbeat;
import dev.umpire.fixtures.wire.Ending;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
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
import java.time.Duration;

/**
 * Engine.IO v4, "Heartbeat": the client has pingTimeout to answer a ping, and a session whose client does not answer is
 * over. Pongs that nobody asked for are not provided for; they must not hurt.
 */
@PartOf(Suite.HEARTBEAT)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "heartbeat")
class PongRules {

    @Patient
    @Should(
            id = "EIO-TIMEOUT-WEBSOCKET",
            says = "ends the WebSocket of a session that does not answer a ping",
            sabotagedBy = {SilenceTolerated.class, TimedOutConnectionKept.class},
            seenIn = "HB-03")
    @Needs(transports = Via.WEBSOCKET)
    void endsASilentWebSocket(Clients clients) {
        HandWebSocket webSocket = HandWebSocket.joined(clients);
        RawWebSocket socket = webSocket.socket();
        socket.stopAnsweringPings();
        Ending end = socket.awaitEnd(clients.timing().heartbeatEnd());
        if (end.closeCode() > 0) {
            socket.send(Frame.close(1000));
        }
        expect(socket.tcp().endsWithin(clients.timing().await()), "the end of the TCP connection", "it is still open");
    }

    @Patient
    @Should(
            id = "EIO-TIMEOUT-POLLING",
            says = "forgets a polling session that does not answer a ping",
            sabotagedBy = SilenceTolerated.class,
            seenIn = {"SI-04", "PO-17"})
    @Needs(transports = Via.POLLING)
    void forgetsASilentPollingSession(Clients clients) {
        LongLived session = LongLived.join(clients, Via.POLLING);
        session.wire().stopAnsweringPings();
        session.wire().awaitEnd(clients.timing().heartbeatEnd());
        HttpReply reply = clients.get("EIO=4&transport=polling&sid="
                + URLEncoder.encode(session.wire().handshake().sid(), StandardCharsets.UTF_8));
        expect(reply.status() == 400, "HTTP 400, since the session has timed out", reply);
    }

    @Patient
    @Must(
            id = "EIO-TIMEOUT-NOT-EARLY",
            says = "gives a client the whole pingTimeout to answer a ping",
            sabotagedBy = TimeoutTooEarly.class,
            seenIn = "HB-04")
    void doesNotTimeOutEarly(Clients clients) {
        LongLived session = LongLived.join(clients, anyTransport(clients));
        session.wire().stopAnsweringPings();
        session.awaitPing();
        Duration least = session.patience().multipliedBy(9).dividedBy(10);
        boolean ended = session.wire().ending(least.minus(session.age())).isPresent();
        expect(
                !ended,
                "a session that lasts " + session.patience().toMillis() + " ms without a pong",
                "its end after " + session.age().toMillis() + " ms");
    }

    // go-engine.io once cut clients that were slow but in time (its issue 80).
    @Patient
    @Must(
            id = "EIO-PONG-LATE",
            says = "keeps a session whose pongs come late but within pingTimeout",
            sabotagedBy = LatePongIgnored.class,
            seenIn = "HB-04")
    void acceptsALatePong(Clients clients) {
        LongLived session = LongLived.join(clients, anyTransport(clients));
        session.wire().stopAnsweringPings();
        for (int i = 0; i < 2; i++) {
            long ping = awaitNextPing(session);
            session.pass(clients.timing().pingTimeout().dividedBy(2));
            session.wire().send("3");
            Duration late = Duration.ofNanos(System.nanoTime() - ping);
            if (late.compareTo(clients.timing().pingTimeout().multipliedBy(3).dividedBy(4)) > 0) {
                throw new Undecided("the pong left " + late.toMillis() + " ms after the ping, too late for this rule");
            }
        }
        awaitNextPing(session);
    }

    // python-engineio 4.13.1 started another heartbeat with each of them (CVE-2026-48802).
    @Patient
    @Should(
            id = "EIO-PONG-UNASKED",
            says = "goes on with one ping an interval when pongs come that it did not ask for",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = UnaskedPongStartsHeartbeat.class,
            seenIn = "HB-05")
    void survivesUnaskedPongs(Clients clients) {
        LongLived session = LongLived.join(clients, anyTransport(clients));
        for (int i = 0; i < 100; i++) {
            session.wire().send("3");
        }
        session.awaitPingInItsTime();
        session.awaitPingInItsTime();
    }

    // Node's engine.io 6.6.12 starts its interval anew with every pong, so such a client is never pinged.
    @Patient
    @May(
            id = "EIO-PONG-UNASKED-SCHEDULE",
            says = "keeps its pings to the interval when pongs come that it did not ask for",
            authority = Authority.SPECIFICATION,
            sabotagedBy = PongPostponesPing.class)
    void keepsItsSchedule(Clients clients) {
        LongLived session = LongLived.join(clients, anyTransport(clients));
        while (session.age().compareTo(session.patience()) < 0) {
            session.wire().send("3");
            session.pass(clients.timing().pingInterval().dividedBy(4));
        }
        Duration first = session.awaitPing();
        expect(
                first.compareTo(session.patience()) <= 0,
                "a ping within " + session.patience().toMillis() + " ms",
                "the first after " + first.toMillis() + " ms, when the pongs stopped");
    }

    @May(
            id = "EIO-PING-FROM-CLIENT",
            says = "closes the session of a client that sends pings, as clients of protocol 3 do",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = ClientPingTolerated.class)
    void refusesPingsOfClients(Clients clients) {
        LongLived session = LongLived.join(clients, anyTransport(clients));
        session.wire().send("2");
        session.wire().awaitEnd();
    }

    private static long awaitNextPing(LongLived session) {
        return Wanted.that(
                "the next ping, since every pong came in time",
                () -> session.wire().awaitPing());
    }

    private static Via anyTransport(Clients clients) {
        return clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING;
    }
}
