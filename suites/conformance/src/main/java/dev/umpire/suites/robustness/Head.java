package dev.umpire.suites.robustness;

import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.rule.Clients;
import java.util.Optional;

/** Heads of requests, valid ones to begin with, and what they are answered with. */
final class Head {
    private Head() {}

    /** A GET with a query. */
    static String get(Clients clients, String query) {
        return of(clients, clients.endpoint().target(query), "");
    }

    /** An opening handshake of a WebSocket with a query. */
    static String upgrade(Clients clients, String query) {
        return of(
                clients,
                clients.endpoint().target(query),
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + RawWebSocket.freshKey()
                        + "\r\nSec-WebSocket-Version: 13\r\n");
    }

    /** A GET of a target as it is written, with further header lines. */
    static String of(Clients clients, String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: " + clients.endpoint().authority() + "\r\n" + headers + "\r\n";
    }

    /** The same head with further header lines at its end. */
    static String with(String head, String headers) {
        return head.substring(0, head.length() - 2) + headers + "\r\n";
    }

    /** The answer to a request, or nothing if the connection ends instead; silence is a violation. */
    static Optional<HttpReply> answer(Clients clients, String head) {
        HttpExchange http = clients.http();
        http.send(head, new byte[0]);
        return http.reply(clients.timing().await());
    }

    static String observed(Optional<HttpReply> reply) {
        return reply.map(HttpReply::toString).orElse("the end of the connection");
    }
}
