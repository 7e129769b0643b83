package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.engineio.CookieUnguarded;
import dev.umpire.fixtures.saboteur.engineio.PollsOfWebSocketsAnswered;
import dev.umpire.fixtures.saboteur.engineio.PublicIdsOpenSessions;
import dev.umpire.fixtures.saboteur.engineio.WebSocketSidFromCookie;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.robustness.LiveSession;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Engine.IO v4, "Query parameters": only the session id in the query, and on the session's own transport, speaks for a
 * session. No cookie and no id that others may see does.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "query-parameters")
class SessionTheftRules {
    private static final String POLLING = "EIO=4&transport=polling&sid=";

    // netty-socketio once put all tabs of a browser into the session of the first (its issues 526 and 865).
    @Must(
            id = "EIO-SID-COOKIE-WEBSOCKET",
            sabotagedBy = WebSocketSidFromCookie.class,
            says = "opens a new session for a WebSocket whatever session ids its cookies carry, and keeps the other",
            seenIn = {"SI-01", "SI-02"})
    @Needs(transports = {Via.POLLING, Via.WEBSOCKET})
    void takesNoIdFromTheCookieOfAWebSocket(Clients clients) {
        LiveSession onWebSocket = LiveSession.open(clients, Via.WEBSOCKET);
        LiveSession polling = LiveSession.open(clients, Via.POLLING);
        for (LiveSession victim : List.of(onWebSocket, polling)) {
            String sid = victim.engine().handshake().sid();
            HttpExchange http = WebSocketAttempt.send(
                    clients, "EIO=4&transport=websocket", "Cookie: io=" + sid + "; sid=" + sid + "\r\n");
            HttpReply reply = http.reply();
            expect(reply.status() == 101, "HTTP 101 to a handshake with a cookie", reply);
            String text = firstText(http);
            String opened = Handshake.of(EnginePacket.decodeText(text)).sid();
            expect(!opened.equals(sid), "another id than that of the cookie", opened);
        }
        onWebSocket.expectAnswer();
        polling.expectAnswer();
    }

    private static String firstText(HttpExchange http) {
        try {
            return RawWebSocket.over(http.tcp()).nextData().text();
        } catch (Violation e) {
            throw new Violation("the open packet of a new session, whatever id the cookie has", e.observed());
        }
    }

    @Must(
            id = "EIO-SID-PUBLIC-POWERLESS",
            sabotagedBy = PublicIdsOpenSessions.class,
            says = "answers requests that name a socket's public id instead of its session's with HTTP 400",
            seenIn = "SI-03")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "receiving-data")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "sending-data")
    @Needs(transports = Via.POLLING)
    void knowsNoSessionByThePublicId(Clients clients) {
        PacketWire wire = clients.packets(Via.POLLING);
        wire.send("40");
        SocketPacket answer = Clients.prerequisite("SIO-CONNECT-MAIN", wire::next);
        String sid = answer.data() == null ? "" : answer.data().path("sid").asText();
        if (sid.isEmpty()) {
            throw new NotApplicable("the target lets no stranger into the main namespace");
        }
        if (sid.equals(wire.engine().handshake().sid())) {
            throw new Blocked("SIO-CONNECT-SID-PUBLIC", new Violation("an id of its own for the socket", sid));
        }
        String query = POLLING + URLEncoder.encode(sid, StandardCharsets.UTF_8);
        HttpReply get = clients.get(query);
        expect(get.status() == 400, "HTTP 400 to a poll with the id of a socket", get);
        HttpReply post = clients.post(query, "41");
        expect(post.status() == 400, "HTTP 400 to a POST with the id of a socket", post);
        wire.send(Home.fence());
        SocketPacket next = wire.next();
        while (!Home.answersFence(next)) {
            next = wire.next();
        }
    }

    @Should(
            id = "EIO-REFUSE-POLL-OF-WEBSOCKET",
            sabotagedBy = PollsOfWebSocketsAnswered.class,
            says = "answers polling requests for a session that began on a WebSocket with HTTP 400, and goes on",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    @Needs(transports = {Via.POLLING, Via.WEBSOCKET})
    void refusesToPollAWebSocketSession(Clients clients) {
        LiveSession webSocket = LiveSession.open(clients, Via.WEBSOCKET);
        String sid = webSocket.engine().handshake().sid();
        String query = POLLING + URLEncoder.encode(sid, StandardCharsets.UTF_8);
        HttpReply get = clients.get(query);
        expect(get.status() == 400, "HTTP 400 to a poll", get);
        HttpReply post = clients.post(query, Home.fence());
        expect(post.status() == 400, "HTTP 400 to a POST", post);
        webSocket.expectAnswer();
    }

    @Should(
            id = "EIO-COOKIE-GUARDED",
            sabotagedBy = CookieUnguarded.class,
            says = "sets no cookie, or one that scripts cannot read and that foreign sites do not send",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = "CO-08")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-options/#cookie")
    @Needs(transports = Via.POLLING)
    void guardsItsCookie(Clients clients) {
        HttpReply opened = clients.get("EIO=4&transport=polling");
        Clients.prerequisite(
                "EIO-OPEN-POLLING",
                () -> Handshake.of(PollingSession.decode(opened).get(0)));
        for (String cookie : opened.headers().getOrDefault("set-cookie", List.of())) {
            String attributes = cookie.toLowerCase(Locale.ROOT);
            expect(
                    attributes.contains("httponly") && attributes.contains("samesite="),
                    "a cookie with HttpOnly and SameSite, or none",
                    cookie);
        }
    }
}
