package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Authority.OFFICIAL_TESTS;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Optional;

/**
 * Socket.IO v5, "Disconnection from a namespace": a client leaves a namespace with DISCONNECT, for which no answer is
 * due; the connection and the other namespaces stay.
 */
@PartOf(Suite.DISCONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "disconnection-from-a-namespace")
@Needs(tier = Tier.ECHO)
class DisconnectRules {

    @Must(id = "SIO-DISCONNECT-KEEPS-OTHERS", says = "keeps a client that leaves one namespace in the others")
    void keepsTheOtherNamespaces(Clients clients) {
        PacketWire wire = both(clients);
        wire.send("41/custom,");
        expectServed(wire, "");
        PacketWire other = both(clients);
        other.send("41");
        expectServed(other, "/custom,");
    }

    @Should(
            id = "SIO-DISCONNECT-NO-COMMA",
            says = "takes DISCONNECT from a namespace without the comma that ends its name",
            authority = OFFICIAL_TESTS)
    void needsNoCommaAtTheEnd(Clients clients) {
        PacketWire wire = both(clients);
        wire.send("41/custom");
        expectServed(wire, "");
        Joining.join(wire, "/custom");
    }

    @Must(
            id = "SIO-DISCONNECT-REJOIN",
            says = "lets a client that left a namespace join it again, under a new session id")
    void letsAClientComeBack(Clients clients) {
        PacketWire wire = clients.packets();
        Joining.join(wire, MAIN);
        String before = Joining.join(wire, "/custom");
        wire.send("41/custom,");
        expectServed(wire, "");
        wire.send("40/custom,");
        SocketPacket answer = wire.next(CONNECT, "/custom");
        String after = answer.data() == null ? "" : answer.data().path("sid").asText();
        expect(!after.isEmpty() && !after.equals(before), "a session id other than " + before, answer);
    }

    /**
     * No answer to DISCONNECT is due that a client could wait for. Node's socket.io 4.8.4 closes the connection, since
     * it handles DISCONNECT only after it has seen the CONNECT behind it.
     */
    @Should(
            id = "SIO-DISCONNECT-REJOIN-AT-ONCE",
            says = "lets a client join a namespace again in the same breath in which it leaves it")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void letsAClientComeBackAtOnce(Clients clients) {
        PacketWire wire = clients.joined(Via.POLLING);
        Joining.join(wire, "/custom");
        wire.send("41/custom,", "40/custom,");
        Optional<SocketPacket> answer = wire.nextOrEnd();
        expect(
                answer.filter(packet -> packet.type() == CONNECT).isPresent(),
                "CONNECT in /custom",
                answer.map(SocketPacket::toString).orElse("the end of the session"));
    }

    /** The text lets a server end a connection without namespaces; the official tests see its heartbeat go on. */
    @Should(
            id = "SIO-DISCONNECT-LAST",
            says = "keeps the connection of a client that left its last namespace, so that it can come back",
            authority = OFFICIAL_TESTS)
    void keepsTheConnection(Clients clients) {
        PacketWire wire = clients.joined();
        wire.send("41");
        wire.engine().awaitPing();
        wire.send("40");
        wire.next(CONNECT, MAIN);
    }

    /** An answer is not due, and DISCONNECT in return is not forbidden; nothing else of this namespace may come. */
    @Must(id = "SIO-DISCONNECT-NOT-HANDLED", says = "handles no event of a namespace after the client left it")
    void handlesNothingAfterwards(Clients clients) {
        PacketWire wire = both(clients);
        // Node's socket.io 4.8.4 closes the connection over the second packet
        wire.send("41/custom,", "42/custom,1[\"message-with-ack\",\"late\"]", "427[\"message-with-ack\"]");
        Optional<SocketPacket> packet = wire.nextOrEnd();
        while (packet.isPresent() && !packet.get().ack()) {
            packet = wire.nextOrEnd();
        }
        expect(
                packet.isEmpty() || packet.get().namespace().equals(MAIN),
                "no acknowledgement in a namespace that the client has left",
                packet);
    }

    @Must(
            id = "SIO-DISCONNECT-NOT-DELIVERED",
            says = "delivers no event of a namespace to a client after it left",
            authority = DOCUMENTATION)
    @Needs(tier = Tier.UMPIRE)
    void deliversNothingAfterwards(Clients clients) {
        PacketWire leaver = both(clients);
        ClientSocket bob = clients.socket("bob", clients.via(), "/custom");
        String tick = clients.event("tick");
        leaver.send("41/custom,", "421[\"message-with-ack\"]");
        leaver.next(ACK, MAIN);
        clients.command(bob, "{'op':'emit','via':'io','event':'" + tick + "'}");
        bob.await(tick);
        expectServed(leaver, "");
        leaver.expectSilence();
    }

    @Must(
            id = "SIO-DISCONNECT-ROOMS",
            says = "takes a client that leaves a namespace out of its rooms there",
            authority = DOCUMENTATION)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/#disconnection")
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void leavesTheRooms(Clients clients) {
        String room = clients.room("red");
        String news = clients.event("news");
        ClientSocket bob = clients.socket("bob", clients.via(), "/custom");
        ClientSocket main = clients.socket("alice");
        ClientSocket alice = Joining.join(main.client(), "/custom");
        clients.command(alice, "{'op':'join','rooms':['" + room + "']}");
        alice.disconnect();
        Echo.returns(main, "fence");

        ClientSocket again = Joining.join(main.client(), "/custom");
        String rooms = clients.command(again, "{'op':'info'}").path("rooms").toString();
        expect(!rooms.contains(room), "none of the rooms of before", rooms);
        clients.command(bob, "{'op':'emit','via':'io','to':['" + room + "'],'event':'" + news + "'}");
        Echo.returns(again, "fence");
        expect(again.received(news).isEmpty(), "no event to a room of before", again.received(news));
    }

    @Should(
            id = "SIO-DISCONNECT-TWICE",
            says = "lets nobody suffer from a client that leaves a namespace twice",
            authority = REFERENCE_IMPLEMENTATION)
    void survivesASecondDisconnect(Clients clients) {
        Bystander bystander = new Bystander(clients);
        PacketWire wire = both(clients);
        wire.send("41/custom,", "41/custom,", "421[\"message-with-ack\"]");
        wire.nextOrEnd().ifPresent(next -> expect(next.ack(), "an acknowledgement or the end of the connection", next));
        bystander.expectUndisturbed();
    }

    private static PacketWire both(Clients clients) {
        PacketWire wire = clients.joined();
        Joining.join(wire, "/custom");
        return wire;
    }

    private static void expectServed(PacketWire wire, String namespace) {
        wire.send("42" + namespace + "99[\"message-with-ack\",\"served\"]");
        SocketPacket ack = wire.next(ACK, namespace.isEmpty() ? MAIN : "/custom");
        Echo.expectSame(Json.parse("['served']"), ack.data());
    }
}
