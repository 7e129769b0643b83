package dev.umpire.suites.cors;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.rule.Clients;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of some origin, as far as its requests show where it comes from. */
record Page(Clients clients, String origin) {
    private static final String QUERY = "EIO=4&transport=polling";

    /** The page that the conformance app lets in. */
    static Page allowed(Clients clients) {
        return new Page(clients, "https://umpire.example");
    }

    /** The first request of a session. */
    HttpReply open() {
        return send("GET", QUERY, "", null);
    }

    /** The question that a browser asks before a POST that it would not send without leave. */
    HttpReply preflight() {
        return send(
                "OPTIONS",
                QUERY,
                "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n",
                null);
    }

    /** A request that is refused, whoever sends it. */
    HttpReply mistaken() {
        return send("GET", "EIO=4&transport=umpire", "", null);
    }

    /** A poll of the session that an answer opened, once it has something to fetch. */
    HttpReply poll(HttpReply opened) {
        return send("GET", session(opened), "", null);
    }

    /** A POST to the session that an answer opened. */
    HttpReply post(HttpReply opened) {
        return send("POST", session(opened), "Content-Type: text/plain;charset=UTF-8\r\n", "40");
    }

    /** An opening handshake of a WebSocket. */
    HttpReply webSocket() {
        return send(
                "GET",
                "EIO=4&transport=websocket",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                        + RawWebSocket.freshKey() + "\r\n",
                null);
    }

    /** Whether a browser would let this page read an answer to a request with cookies. */
    boolean mayRead(HttpReply reply) {
        return reply.headers()
                        .getOrDefault("access-control-allow-origin", List.of())
                        .equals(List.of(origin))
                && reply.header("access-control-allow-credentials")
                        .filter("true"::equals)
                        .isPresent();
    }

    /** Makes sure that a browser would let this page read an answer, cookies or not. */
    void expectReadable(HttpReply reply, String what) {
        if (!mayRead(reply)) {
            throw new Violation(
                    "Access-Control-Allow-Origin: " + origin
                            + " and Access-Control-Allow-Credentials: true in answer to " + what,
                    headers(reply));
        }
    }

    /** Makes sure that no browser would let this page read an answer, not even one to a request without cookies. */
    void expectUnreadable(HttpReply reply, String what) {
        String allowed = reply.header("access-control-allow-origin").orElse("nobody");
        if (allowed.equals("*") || allowed.equals(origin)) {
            throw new Violation(
                    "no Access-Control-Allow-Origin for " + origin + " in answer to " + what, headers(reply));
        }
    }

    private static String session(HttpReply opened) {
        return Clients.prerequisite("EIO-OPEN-POLLING", () -> {
            if (!opened.text().startsWith("0{")) {
                throw new Violation("an open packet", opened.toString());
            }
            return QUERY + "&sid="
                    + Json.parse(opened.text().substring(1)).path("sid").asText();
        });
    }

    /** The first request of a session, whose answer is still to be read. */
    HttpExchange pendingOpen() {
        return exchange("GET", QUERY, "", null);
    }

    private HttpReply send(String method, String query, String headers, @Nullable String body) {
        return exchange(method, query, headers, body).reply();
    }

    private HttpExchange exchange(String method, String query, String headers, @Nullable String body) {
        return clients.send(method, query, "Origin: " + origin + "\r\n" + headers, body);
    }

    private static String headers(HttpReply reply) {
        return "HTTP " + reply.status() + " with " + reply.headers();
    }
}
