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

    /** How a server may say no to a WebSocket. */
    enum Refusal {
        HTTP_ERROR("an HTTP error in answer to the handshake"),
        CLOSE_FRAME("HTTP 101, and then a Close frame"),
        END_BEHIND_101("HTTP 101, and then the end of the TCP connection without a Close frame"),
        NO_FRAME("HTTP 101, and then bytes that are no frame"),
        NO_ANSWER("the end of the TCP connection without an answer to the handshake");

        private final String words;

        Refusal(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * How it is refused.
     *
     * @param covered the rule that says that it is refused at all
     * @param packets what to send if it is accepted at first
     */
    Refusal refusal(String covered, String... packets) {
        Optional<HttpReply> reply = http.reply(clients.timing().await());
        if (reply.isEmpty()) {
            return Refusal.NO_ANSWER;
        }
        if (reply.get().status() >= 400) {
            return Refusal.HTTP_ERROR;
        }
        return Clients.prerequisite(covered, () -> {
            expect(reply.get().status() == 101, "a refusal, or a WebSocket that is closed at once", reply.get());
            return refusalBehind101(packets);
        });
    }

    private Refusal refusalBehind101(String... packets) {
        RawWebSocket webSocket = RawWebSocket.over(http.tcp());
        for (String packet : packets) {
            webSocket.send(packet);
        }
        Optional<Frame> frame;
        try {
            frame = webSocket.next();
        } catch (Violation e) {
            if (webSocket.tcp().endsWithin(clients.timing().quiet())) {
                return Refusal.NO_FRAME;
            }
            throw e;
        }
        frame.ifPresent(first -> expect(first.opcode() == Frame.CLOSE, "a closed WebSocket", first));
        return frame.isPresent() ? Refusal.CLOSE_FRAME : Refusal.END_BEHIND_101;
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
