package dev.umpire.suites.websocket;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.rule.Clients;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An opening handshake of a client (RFC 6455, 4.1): valid, and with one thing changed after the other.
 *
 * @param method HTTP method
 * @param query query of the request target
 * @param headers header fields in their order
 */
record Opening(String method, String query, Map<String, String> headers) {
    static final String QUERY = "EIO=4&transport=websocket";
    static final String KEY = "Sec-WebSocket-Key";
    static final String VERSION = "Sec-WebSocket-Version";

    /** One that every server must accept. */
    static Opening valid(Clients clients) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", clients.endpoint().authority());
        headers.put("Upgrade", "websocket");
        headers.put("Connection", "Upgrade");
        headers.put(KEY, RawWebSocket.freshKey());
        headers.put(VERSION, "13");
        return new Opening("GET", QUERY, headers);
    }

    Opening with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Opening(method, query, changed);
    }

    Opening without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new Opening(method, query, changed);
    }

    Opening withMethod(String other) {
        return new Opening(other, query, headers);
    }

    Opening withQuery(String other) {
        return new Opening(method, other, headers);
    }

    /** The request, up to and including the empty line. */
    String head(Clients clients) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining(
                        "", method + " " + clients.endpoint().target(query) + " HTTP/1.1\r\n", "\r\n"));
    }

    /** Sends the request and does not wait for its answer. */
    HttpExchange send(Clients clients) {
        HttpExchange http = clients.http();
        http.send(head(clients), new byte[0]);
        return http;
    }

    /**
     * Sends the request and insists on a WebSocket (RFC 6455, 4.2.2 and what a client checks by 4.1).
     *
     * @return the answer's head
     * @throws Violation if the target does not switch protocols, or not as it must
     */
    HttpReply accepted(Clients clients) {
        return accepted(send(clients), "");
    }

    /**
     * Sends the request and insists on a WebSocket, after the same request without the change.
     *
     * @param change what is special about it, in words
     */
    HttpReply accepted(Clients clients, String change) {
        expectValidToWork(clients);
        return accepted(send(clients), change);
    }

    /** The control: a server that refuses everything, or answers all wrongly, proves nothing. Returns the answer. */
    static HttpReply expectValidToWork(Clients clients) {
        return Clients.prerequisite("WS-OPEN-ACCEPTED", () -> valid(clients).accepted(clients));
    }

    /**
     * Insists that the answer to this request, sent on a connection before, is a WebSocket.
     *
     * @param change what is special about it, in words
     */
    HttpReply accepted(HttpExchange http, String change) {
        try {
            return accepted(http.reply());
        } catch (Violation e) {
            String handshake = change.isEmpty() ? "a valid handshake" : "a handshake " + change;
            throw new Violation(e.expected() + " in answer to " + handshake, e.observed());
        }
    }

    private HttpReply accepted(HttpReply reply) {
        String key = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(KEY))
                .findFirst()
                .orElseThrow()
                .getValue();
        if (reply.status() != 101) {
            throw new Violation("HTTP 101", reply.toString());
        }
        insist(reply.hasToken("Upgrade", "websocket"), "Upgrade: websocket", reply);
        insist(reply.hasToken("Connection", "Upgrade"), "Connection: Upgrade", reply);
        String accept = RawWebSocket.acceptFor(key);
        insist(
                reply.header("Sec-WebSocket-Accept").equals(Optional.of(accept)),
                "Sec-WebSocket-Accept: " + accept,
                reply);
        return reply;
    }

    /**
     * Sends the request and insists on an HTTP error (RFC 6455, 4.2.1: the server stops and answers with an error
     * code). The same request without the change is tried first, since a server that refuses everything proves nothing.
     */
    HttpReply refused(Clients clients, String change) {
        expectValidToWork(clients);
        HttpReply reply = send(clients)
                .reply(clients.timing().await())
                .orElseThrow(() -> new Violation(
                        "an HTTP error in answer to a handshake " + change, "the connection closed without an answer"));
        if (reply.status() < 400) {
            throw new Violation("an HTTP error in answer to a handshake " + change, reply.toString());
        }
        return reply;
    }

    private static void insist(boolean condition, String header, HttpReply reply) {
        if (!condition) {
            throw new Violation("HTTP 101 with " + header, "HTTP 101 with " + reply.headers());
        }
    }

    /** The request in bytes, for sending them in pieces. */
    byte[] bytes(Clients clients) {
        return head(clients).getBytes(StandardCharsets.US_ASCII);
    }
}
