package dev.umpire.suites.compression;

import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.rule.Clients;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An opening handshake that offers extensions, and its answer.
 *
 * @param http the connection, a WebSocket from here on if the answer is 101
 */
record Negotiation(HttpExchange http, HttpReply reply) {
    static final String PLAIN_OFFER = "permessage-deflate";
    static final String SERVER_FRESH = "server_no_context_takeover";
    static final String CLIENT_FRESH = "client_no_context_takeover";
    static final String SERVER_WINDOW = "server_max_window_bits";
    static final String CLIENT_WINDOW = "client_max_window_bits";

    /** Offers extensions, written as in Sec-WebSocket-Extensions. */
    static Negotiation of(Clients clients, String offer) {
        String head = RawWebSocket.handshake(clients.endpoint(), "", RawWebSocket.freshKey());
        HttpExchange http = clients.http();
        http.send(head.stripTrailing() + "\r\nSec-WebSocket-Extensions: " + offer + "\r\n\r\n", new byte[0]);
        return new Negotiation(http, http.reply());
    }

    /**
     * Makes sure that the target agrees to a plain offer.
     *
     * @throws NotApplicable if it does not, which it need not
     */
    static Map<String, String> plain(Clients clients) {
        Negotiation plain = of(clients, PLAIN_OFFER);
        if (plain.reply.status() != 101) {
            throw new Violation("HTTP 101 to a handshake that offers permessage-deflate", plain.reply.toString());
        }
        return plain.agreement()
                .orElseThrow(() -> new NotApplicable("the target does not agree to permessage-deflate"));
    }

    /**
     * The parameters that were agreed to, by name, empty where one has no value; nothing if there is no agreement.
     *
     * @throws Violation if the answer is more than one element, or names a parameter twice
     */
    Optional<Map<String, String>> agreement() {
        List<String> headers = reply.headers().getOrDefault("sec-websocket-extensions", List.of());
        if (reply.status() != 101 || headers.isEmpty()) {
            return Optional.empty();
        }
        String answer = String.join(",", headers);
        String[] parts = answer.split(";", -1);
        if (answer.contains(",") || !parts[0].strip().equals(PLAIN_OFFER)) {
            throw new Violation("permessage-deflate, once, or no extension", answer);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].strip().split("=", 2);
            String value = parameter.length == 1 ? "" : parameter[1].replace("\"", "");
            if (parameters.put(parameter[0], value) != null) {
                throw new Violation("each parameter once", answer);
            }
        }
        return Optional.of(parameters);
    }
}
