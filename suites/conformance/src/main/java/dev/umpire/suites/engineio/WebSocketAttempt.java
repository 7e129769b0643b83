package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.rule.Clients;
import java.util.Optional;

/**
 * A well-formed WebSocket handshake with a query of the rule's choice. The protocol lets a server refuse it before or
 * after it switches protocols: by an HTTP error, by a Close frame, or by the end of the connection.
 */
final class WebSocketAttempt {
    private final Clients clients;
    private final HttpExchange http;

    WebSocketAttempt(Clients clients, String query) {
        this.clients = clients;
        this.http = send(clients, query);
    }

    /** Sends the handshake and does not wait for its answer. */
    static HttpExchange send(Clients clients, String query, String... headers) {
        return clients.send(
                "GET",
                query,
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                        + RawWebSocket.freshKey() + "\r\n" + String.join("", headers),
                null);
    }

    /** Insists that it comes to nothing, whatever is sent. */
    void expectRefused(String... packets) {
        Optional<HttpReply> reply = http.reply(clients.timing().await());
        if (reply.isEmpty() || reply.get().status() >= 400) {
            return;
        }
        expect(reply.get().status() == 101, "a refusal, or a WebSocket that is closed at once", reply.get());
        RawWebSocket webSocket = RawWebSocket.over(http.tcp());
        for (String packet : packets) {
            webSocket.send(packet);
        }
        firstFrame(webSocket).ifPresent(frame -> {
            expect(frame.opcode() == Frame.CLOSE, "a closed WebSocket", frame + " " + frame.text());
        });
    }

    /** Bytes that are no frame tell a client as much as a Close frame does, if the connection ends with them. */
    private Optional<Frame> firstFrame(RawWebSocket webSocket) {
        try {
            return webSocket.next();
        } catch (Violation e) {
            if (webSocket.tcp().endsWithin(clients.timing().quiet())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
