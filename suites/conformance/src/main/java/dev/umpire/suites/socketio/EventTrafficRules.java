package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.EVENT;
import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.stream.IntStream;

/**
 * Socket.IO v5, "Sending and receiving data": events travel the same over every transport, few or many, small or large.
 */
@PartOf(Suite.EVENTS)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "sending-and-receiving-data")
@Needs(tier = Tier.ECHO)
class EventTrafficRules {
    private static final int MANY = 1000;

    /** Most bytes that are sent at once, whatever the target would take. */
    private static final int LARGE = 1_000_000;

    @Must(id = "SIO-EVENT-WEBSOCKET", says = "handles and sends events over WebSocket")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void echoesOverWebSocket(Clients clients) {
        Echo.returns(clients.socket("alice", Via.WEBSOCKET), 1, "two");
    }

    @Must(id = "SIO-EVENT-POLLING", says = "handles and sends events over polling")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void echoesOverPolling(Clients clients) {
        Echo.returns(clients.socket("alice", Via.POLLING), 1, "two");
    }

    @Must(id = "SIO-EVENT-UPGRADED", says = "handles and sends events on an upgraded session")
    @Needs(tier = Tier.ECHO, transports = Via.UPGRADE)
    void echoesAfterAnUpgrade(Clients clients) {
        Echo.returns(clients.socket("alice", Via.UPGRADE), 1, "two");
    }

    @Must(
            id = "SIO-EVENT-BATCH",
            says = "handles every event of one polling payload, in order",
            authority = DOCUMENTATION)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void handlesABatch(Clients clients) {
        echoesInOrder(clients.joined(Via.POLLING));
    }

    @Must(id = "SIO-EVENT-MANY", says = "handles a thousand events in a row, in order", authority = DOCUMENTATION)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void handlesManyEvents(Clients clients) {
        echoesInOrder(clients.joined(Via.WEBSOCKET));
    }

    @Must(
            id = "SIO-EVENT-MANY-OUT",
            says = "sends a thousand events in a row, each of them once and in order",
            authority = DOCUMENTATION)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
    @Needs(tier = Tier.UMPIRE)
    void sendsManyEvents(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        clients.command(alice, "{'op':'emit','via':'socket','event':'tick','repeat':" + MANY + "}");
        alice.settle();
        ArrayNode wanted = Json.array();
        IntStream.range(0, MANY).forEach(i -> wanted.addArray().add("tick").add(i));
        ArrayNode got = Json.array();
        alice.received("tick").forEach(packet -> got.add(packet.data()));
        Echo.expectSame(wanted, got);
    }

    @Should(id = "SIO-EVENT-LARGE", says = "handles an event that fills the announced maxPayload")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    void handlesALargeEvent(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        int length = Math.min(most > 0 ? most : LARGE, LARGE) - 64;
        ClientSocket alice = clients.socket("alice");
        String text = "0123456789abcdef".repeat(length / 16);
        String back = alice.request("message-with-ack", text).path(0).asText();
        expect(text.equals(back), text.length() + " characters back", back.length() + " characters");
    }

    private static void echoesInOrder(PacketWire wire) {
        wire.send(IntStream.range(0, MANY)
                .mapToObj(i -> "42[\"message\"," + i + "]")
                .toArray(String[]::new));
        for (int i = 0; i < MANY; i++) {
            expectEqual(
                    "[\"message-back\"," + i + "]",
                    String.valueOf(wire.next(EVENT, MAIN).data()));
        }
    }
}
