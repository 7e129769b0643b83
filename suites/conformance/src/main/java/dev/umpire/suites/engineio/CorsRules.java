package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.Payload;
import dev.umpire.fixtures.saboteur.engineio.CorsForAllInErrors;
import dev.umpire.fixtures.saboteur.engineio.CorsMissingInErrors;
import dev.umpire.fixtures.saboteur.engineio.CorsMissingInPolls;
import dev.umpire.fixtures.saboteur.engineio.OriginUnreadForWebSockets;
import dev.umpire.fixtures.saboteur.engineio.PreflightRefused;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Socket.IO documentation, "Handling CORS": a server that was told of an origin lets its pages read every answer, and
 * pages of no other. A browser that misses the header in one answer of a session gives the session up.
 */
@PartOf(Suite.CORS)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "handling-cors/")
@Needs(tier = Tier.UMPIRE, capabilities = "cors", transports = Via.POLLING)
class CorsRules {
    private static final String OPEN = "EIO=4&transport=polling";
    private static final String ALLOWED = "https://umpire.example";
    private static final String FOREIGN = "https://umpire.invalid";
    private static final List<String> WRONG = List.of("EIO=4&transport=none", OPEN + "&sid=none", "transport=polling");

    @Must(
            id = "EIO-CORS-SESSION",
            sabotagedBy = CorsMissingInPolls.class,
            says = "lets pages of an origin that it was told of read every answer of a polling session",
            authority = Authority.DOCUMENTATION,
            seenIn = "CO-07")
    void letsAnAllowedOriginRead(Clients clients) {
        HttpReply opened = request(clients, "GET", OPEN, ALLOWED, null).reply();
        expectReadable(opened, "the open packet");
        String session = OPEN + "&sid="
                + Handshake.of(Payload.decode(opened.text()).get(0)).sid();
        HttpExchange waiting = request(clients, "GET", session, ALLOWED, null);
        HttpReply post =
                request(clients, "POST", session, ALLOWED, Home.fence()).reply();
        expectReadable(post, "the answer to a POST");
        expectReadable(waiting.reply(), "the answer to a poll");
    }

    @Should(
            id = "EIO-CORS-ERRORS",
            sabotagedBy = CorsMissingInErrors.class,
            says = "lets pages of an origin that it was told of read why it refuses a request",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = "CO-04")
    void letsAnAllowedOriginReadErrors(Clients clients) {
        for (String query : WRONG) {
            HttpReply reply = refusal(clients, query, ALLOWED);
            expect(reply.status() >= 400, "an error status to ?" + query, reply);
            expectReadable(reply, "the refusal of ?" + query);
        }
    }

    // engine.io once allowed every origin in the answers to bad requests (its issue 449).
    @Must(
            id = "EIO-CORS-FOREIGN",
            sabotagedBy = CorsForAllInErrors.class,
            says = "lets pages of other origins read neither its answers nor its refusals",
            authority = Authority.DOCUMENTATION,
            seenIn = "CO-03")
    void letsNoOtherOriginRead(Clients clients) {
        for (String origin : List.of(FOREIGN, "null", ALLOWED + ".invalid", "http://umpire.example")) {
            expectUnreadable(request(clients, "GET", OPEN, origin, null).reply(), origin);
            for (String query : List.of(WRONG.get(0), WRONG.get(1))) {
                expectUnreadable(refusal(clients, query, origin), origin);
            }
            expectUnreadable(preflight(clients, origin), origin);
        }
        expectReadable(request(clients, "GET", OPEN, ALLOWED, null).reply(), "the open packet");
    }

    // engine.io and python-engineio once answered preflight requests with a bad handshake method.
    @Should(
            id = "EIO-CORS-PREFLIGHT",
            sabotagedBy = PreflightRefused.class,
            says = "answers a preflight request of an origin that it was told of with what the page wants to send",
            authority = Authority.DOCUMENTATION,
            seenIn = "CO-05")
    void answersPreflights(Clients clients) {
        HttpReply reply = preflight(clients, ALLOWED);
        expect(reply.status() / 100 == 2, "a status from 200 to 299 to a preflight request", reply);
        expectReadable(reply, "the answer to a preflight request");
        boolean headers = reply.hasToken("access-control-allow-headers", "x-umpire")
                || reply.hasToken("access-control-allow-headers", "*");
        expect(headers, "Access-Control-Allow-Headers with x-umpire", reply.headers());
        expect(!reply.text().toLowerCase(Locale.ROOT).contains("\"sid\""), "no session by OPTIONS", reply);
    }

    // Browsers let every page open WebSockets. Node's socket.io leaves it to allowRequest to look at their origin.
    @May(
            id = "EIO-CORS-WEBSOCKET",
            sabotagedBy = OriginUnreadForWebSockets.class,
            says = "refuses WebSockets of pages of other origins than those that it was told of",
            authority = Authority.RFC6455,
            seenIn = "CO-01")
    @Section(spec = Spec.RFC_6455, anchor = "10.2")
    @Needs(tier = Tier.UMPIRE, capabilities = "cors", transports = Via.WEBSOCKET)
    void refusesWebSocketsOfOtherOrigins(Clients clients) {
        String query = "EIO=4&transport=websocket";
        HttpReply allowed = WebSocketAttempt.send(clients, query, "Origin: " + ALLOWED + "\r\n")
                .reply();
        expect(allowed.status() == 101, "HTTP 101 to a handshake with an allowed origin", allowed);
        HttpReply foreign = WebSocketAttempt.send(clients, query, "Origin: " + FOREIGN + "\r\n")
                .reply();
        expect(foreign.status() >= 400, "an error status to a handshake with the origin " + FOREIGN, foreign);
    }

    private static HttpReply preflight(Clients clients, String origin) {
        String asked = "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: x-umpire\r\n";
        return clients.send("OPTIONS", OPEN, "Origin: " + origin + "\r\n" + asked, null)
                .reply();
    }

    /** The answer to a wrong request; that there is one, others insist on. */
    private static HttpReply refusal(Clients clients, String query, String origin) {
        return Clients.prerequisite(
                "EIO-REFUSE-SID-UNKNOWN-GET",
                () -> request(clients, "GET", query, origin, null).reply());
    }

    private static HttpExchange request(
            Clients clients, String method, String query, String origin, @Nullable String body) {
        String type = body == null ? "" : "Content-Type: text/plain;charset=UTF-8\r\n";
        return clients.send(method, query, "Origin: " + origin + "\r\n" + type, body);
    }

    private static void expectReadable(HttpReply reply, String answer) {
        String allowed = reply.header("access-control-allow-origin").orElse("nobody");
        expect(
                allowed.equals(ALLOWED) || allowed.equals("*"),
                answer + " with Access-Control-Allow-Origin: " + ALLOWED,
                reply + " for " + allowed);
    }

    private static void expectUnreadable(HttpReply reply, String origin) {
        String allowed = reply.header("access-control-allow-origin").orElse("nobody");
        expect(
                !allowed.equals(origin) && !allowed.equals("*"),
                "no Access-Control-Allow-Origin for " + origin,
                reply + " for " + allowed);
    }
}
