package dev.umpire.suites.websocket;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.TransportUnreadForWebSocket;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Optional;

/**
 * Engine.IO v4, "WebSocket": EIO and transport are mandatory in the query, and a WebSocket without them is closed. An
 * HTTP error instead of 101 closes it as well. Each probe is a valid handshake with another query.
 */
@PartOf(Suite.WEBSOCKET_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "websocket")
@Needs(transports = Via.WEBSOCKET)
class OpeningQueryRules {

    @Should(
            id = "WS-QUERY-TRANSPORT-POLLING",
            says = "opens no session over a WebSocket whose query says polling",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = TransportUnreadForWebSocket.class)
    void opensNothingForPolling(Clients clients) {
        opensNothing(clients, "EIO=4&transport=polling");
    }

    private static void opensNothing(Clients clients, String query) {
        Opening valid = Opening.valid(clients);
        Opening.expectValidToWork(clients);
        HttpExchange http = valid.withQuery(query).send(clients);
        Optional<HttpReply> reply = http.reply(clients.timing().await());
        if (reply.isEmpty() || reply.get().status() >= 400) {
            return;
        }
        if (reply.get().status() != 101) {
            throw new Violation(
                    "an HTTP error or a WebSocket that is closed, for " + query,
                    reply.get().toString());
        }
        expectNothingButTheEnd(RawWebSocket.over(http.tcp()), clients, query);
    }

    private static void expectNothingButTheEnd(RawWebSocket socket, Clients clients, String query) {
        Optional<Frame> frame;
        try {
            frame = socket.next();
        } catch (Violation e) {
            // Node's socket.io 4.8.4 accepts a WebSocket without EIO, writes "HTTP/1.1 400 …" into it where a frame
            // should be, and closes TCP: nothing that is a frame, but closed, which is all that the text asks for
            if (socket.tcp().endsWithin(clients.timing().await())) {
                return;
            }
            throw new Violation("the end of the WebSocket opened with " + query, e.observed());
        }
        if (frame.isPresent() && !frame.get().control()) {
            throw new Violation(
                    "no session for " + query, "the message " + frame.get().text());
        }
        if (frame.isPresent() && frame.get().opcode() != Frame.CLOSE) {
            expectNothingButTheEnd(socket, clients, query);
        }
    }
}
