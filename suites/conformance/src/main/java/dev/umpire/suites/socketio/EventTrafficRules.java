package dev.umpire.suites.socketio;

import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.EventOvertaken;
import dev.umpire.fixtures.saboteur.socketio.EventsLostAfterUpgrade;
import dev.umpire.fixtures.saboteur.socketio.EventsLostOverPolling;
import dev.umpire.fixtures.saboteur.socketio.EventsLostOverWebSocket;
import dev.umpire.fixtures.saboteur.socketio.PacketSentTwice;
import dev.umpire.fixtures.saboteur.socketio.PayloadCut;
import dev.umpire.fixtures.saboteur.socketio.TextCutAtSixtyFourKilobytes;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Heavy;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Socket.IO v5, "Sending and receiving data": events travel the same over every transport, few or many, small or large.
 */
@Heavy
@PartOf(Suite.EVENTS)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "sending-and-receiving-data")
@Needs(tier = Tier.ECHO)
class EventTrafficRules {
    private static final int MANY = 1000;

    /** Most bytes that are sent at once, whatever the target would take. */
    private static final int LARGE = 1_000_000;

    @Must(
            id = "SIO-EVENT-WEBSOCKET",
            says = "handles and sends events over WebSocket",
            sabotagedBy = EventsLostOverWebSocket.class)
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void echoesOverWebSocket(Clients clients) {
        Echo.returns(clients.socket("alice", Via.WEBSOCKET), 1, "two");
    }

    @Must(
            id = "SIO-EVENT-POLLING",
            says = "handles and sends events over polling",
            sabotagedBy = EventsLostOverPolling.class)
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void echoesOverPolling(Clients clients) {
        Echo.returns(clients.socket("alice", Via.POLLING), 1, "two");
    }

    @Must(
            id = "SIO-EVENT-UPGRADED",
            says = "handles and sends events on an upgraded session",
            sabotagedBy = EventsLostAfterUpgrade.class)
    @Needs(tier = Tier.ECHO, transports = Via.UPGRADE)
    void echoesAfterAnUpgrade(Clients clients) {
        Echo.returns(clients.socket("alice", Via.UPGRADE), 1, "two");
    }

    @Must(
            id = "SIO-EVENT-BATCH",
            says = "handles every event of one polling payload, in order",
            authority = DOCUMENTATION,
            sabotagedBy = {PayloadCut.class, EventOvertaken.class, PacketSentTwice.class},
            seenIn = "PO-02")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void handlesABatch(Clients clients) {
        echoesInOrder(clients.joined(Via.POLLING));
    }

    @Must(
            id = "SIO-EVENT-MANY",
            says = "handles a thousand events in a row, in order",
            authority = DOCUMENTATION,
            sabotagedBy = {EventOvertaken.class, PacketSentTwice.class},
            seenIn = "OR-01")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void handlesManyEvents(Clients clients) {
        echoesInOrder(clients.joined(Via.WEBSOCKET));
    }

    @Must(
            id = "SIO-EVENT-MANY-OUT",
            says = "sends a thousand events in a row, each of them once and in order",
            authority = DOCUMENTATION,
            sabotagedBy = PacketSentTwice.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
    @Needs(tier = Tier.UMPIRE)
    void sendsManyEvents(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        clients.command(alice, "{'op':'emit','via':'socket','event':'tick','repeat':" + MANY + "}");
        alice.settle();
        List<SocketPacket> ticks = alice.received("tick");
        for (int i = 0; i < ticks.size(); i++) {
            expectNext(i, ticks.get(i));
        }
        expect(ticks.size() == MANY, MANY + " events", ticks.size());
    }

    @Should(
            id = "SIO-EVENT-LARGE",
            says = "handles an event that fills the announced maxPayload",
            sabotagedBy = TextCutAtSixtyFourKilobytes.class,
            seenIn = {"WF-02", "RB-11"})
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
            Optional<SocketPacket> next =
                    wire.next(wire.engine().wires().timing().await());
            expectNext(i, next.orElseThrow(() -> new Violation(MANY + " events echoed", "fewer of them")));
        }
    }

    private static void expectNext(int wanted, SocketPacket packet) {
        JsonNode number = packet.data() == null ? null : packet.data().path(1);
        if (number == null || !number.isInt()) {
            throw new Violation("event " + wanted + " and nothing but its number", packet.toString());
        }
        int got = number.intValue();
        if (got != wanted) {
            throw new Violation(
                    "each of " + MANY + " events once and in order",
                    got < wanted ? got + " a second time or too late" : got + " before " + wanted);
        }
    }
}
