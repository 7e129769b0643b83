package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.engineio.AnyTransportForWebSockets;
import dev.umpire.fixtures.saboteur.engineio.AnyVersionForWebSockets;
import dev.umpire.fixtures.saboteur.engineio.TransportOptionalForWebSockets;
import dev.umpire.fixtures.saboteur.engineio.VersionOptionalForWebSockets;
import dev.umpire.fixtures.saboteur.engineio.WebSocketGetLoses;
import dev.umpire.fixtures.saboteur.engineio.WebSocketGetOpens;
import dev.umpire.fixtures.saboteur.engineio.WebSocketGetPolls;
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
 * Engine.IO v4, "WebSocket": a WebSocket that lacks a mandatory parameter is closed. Whether before or after HTTP 101
 * is left open; so is how.
 *
 * <p>Node's engine.io 6.6.12 answers a missing EIO with HTTP 101 and then writes a second HTTP response, a 400, in the
 * place of frames before it closes the connection.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "websocket")
@Needs(transports = Via.WEBSOCKET)
class WebSocketRefusalRules {

    @Must(
            id = "EIO-REFUSE-WEBSOCKET-VERSION-MISSING",
            says = "closes a WebSocket without EIO",
            sabotagedBy = VersionOptionalForWebSockets.class)
    void closesWithoutVersion(Clients clients) {
        expectRefused(clients, "transport=websocket");
    }

    @Should(
            id = "EIO-REFUSE-WEBSOCKET-VERSION-UNKNOWN",
            says = "closes a WebSocket of a protocol version that does not exist",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = AnyVersionForWebSockets.class,
            seenIn = "HS-04")
    void closesUnknownVersions(Clients clients) {
        expectRefused(clients, "EIO=abc&transport=websocket", "EIO=__proto__&transport=websocket");
    }

    @Must(
            id = "EIO-REFUSE-WEBSOCKET-TRANSPORT-MISSING",
            says = "closes a WebSocket without a transport",
            sabotagedBy = TransportOptionalForWebSockets.class)
    void closesWithoutTransport(Clients clients) {
        expectRefused(clients, "EIO=4");
    }

    @Should(
            id = "EIO-REFUSE-WEBSOCKET-TRANSPORT-UNKNOWN",
            says = "closes a WebSocket for a transport that does not exist",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = AnyTransportForWebSockets.class,
            seenIn = {"HS-04", "QV-01"})
    void closesUnknownTransports(Clients clients) {
        Bystander bystander = new Bystander(clients);
        expectRefused(clients, "EIO=4&transport=abc", "EIO=4&transport=constructor", "EIO=4&transport=__proto__");
        bystander.expectUnharmed();
    }

    @Should(
            id = "EIO-REFUSE-WEBSOCKET-PLAIN-GET",
            says = "answers a GET for a WebSocket that asks for no upgrade with an error status",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = WebSocketGetOpens.class,
            seenIn = "HS-01")
    void refusesAPlainGet(Clients clients) {
        Bystander bystander = new Bystander(clients);
        HttpReply reply = clients.get("EIO=4&transport=websocket");
        expect(reply.status() >= 400 && reply.status() < 500, "a status from 400 to 499", reply);
        bystander.expectUnharmed();
        clients.rawWebSocket();
    }

    // python-engineio once served such a request as a poll and lost what was waiting (its issue 367).
    @Should(
            id = "EIO-REFUSE-TRANSPORT-MISMATCH",
            says =
                    "refuses a plain GET for the WebSocket of a polling session, and loses nothing that waits for a poll",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {WebSocketGetPolls.class, WebSocketGetLoses.class},
            seenIn = "QV-03")
    @Needs(transports = {Via.POLLING, Via.UPGRADE})
    void refusesAnotherTransport(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        session.deliver(Home.fence());
        HttpReply reply = clients.get(session.query().replace("polling", "websocket"));
        expect(reply.status() >= 400 && reply.status() < 500, "a status from 400 to 499", reply);
        Wanted.that("what waited for a poll to wait on", () -> Home.expectFence(session.nextPacket()));
    }

    private static void expectRefused(Clients clients, String... queries) {
        for (String query : queries) {
            new WebSocketAttempt(clients, query).expectRefused();
        }
        clients.rawWebSocket();
    }
}
