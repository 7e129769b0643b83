package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.Payload;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/**
 * Engine.IO v4, "Handshake": a GET without a session id opens a session, and the answer is an open packet that says how
 * the session works.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
class OpenRules {

    @Must(id = "EIO-OPEN-POLLING", says = "answers a polling GET without a session id with HTTP 200 and an open packet")
    @Needs(transports = Via.POLLING)
    void opensOverPolling(Clients clients) {
        opened(clients.get("EIO=4&transport=polling"));
    }

    @Must(id = "EIO-OPEN-WEBSOCKET", says = "sends an open packet first on a WebSocket without a session id")
    @Needs(transports = Via.WEBSOCKET)
    void opensOverWebSocket(Clients clients) {
        opened(clients.rawWebSocket(""));
    }

    @Must(id = "EIO-OPEN-FIELDS", says = "announces pingInterval, pingTimeout and maxPayload as positive numbers")
    void announcesItsHeartbeatAndLimit(Clients clients) {
        JsonNode open = clients.profile().handshake().json();
        for (String field : new String[] {"pingInterval", "pingTimeout", "maxPayload"}) {
            expect(
                    open.path(field).isIntegralNumber() && open.path(field).asLong() > 0,
                    field + " as a positive number",
                    open);
        }
    }

    @Must(
            id = "EIO-OPEN-SID-FRESH",
            says = "gives every session an id of its own",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    @Needs(transports = Via.POLLING)
    void givesEverySessionItsOwnId(Clients clients) {
        String first = opened(clients.get("EIO=4&transport=polling")).sid();
        String second = opened(clients.get("EIO=4&transport=polling")).sid();
        expect(!first.equals(second), "two sessions with different ids", first + " twice");
    }

    private static Handshake opened(HttpReply reply) {
        expect(reply.status() == 200, "HTTP 200 with an open packet", reply);
        return Handshake.of(Payload.decode(reply.text()).get(0));
    }

    private static Handshake opened(RawWebSocket socket) {
        String first = socket.nextData().text();
        if (!first.startsWith("0")) {
            throw new Violation("an open packet", first);
        }
        return Handshake.of(Payload.decode(first).get(0));
    }
}
