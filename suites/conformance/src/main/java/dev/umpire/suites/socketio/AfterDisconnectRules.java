package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;
import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.socketio.Claim.claimSilence;
import static dev.umpire.suites.socketio.DisconnectRules.both;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.EventAfterLeavingHandled;
import dev.umpire.fixtures.saboteur.connection.LeaveIgnored;
import dev.umpire.fixtures.saboteur.connection.LeaverStillServed;
import dev.umpire.fixtures.saboteur.connection.RoomsComeBack;
import dev.umpire.fixtures.saboteur.connection.SecondLeaveHurtsOthers;
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
 * Socket.IO v5, "Disconnection from a namespace": once a client has left, nothing of the namespace is handled for it or
 * delivered to it, and nothing of its stay is left.
 */
@PartOf(Suite.DISCONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "disconnection-from-a-namespace")
@Needs(tier = Tier.ECHO)
class AfterDisconnectRules {
    private static final String KEEPS_OTHERS = "SIO-DISCONNECT-KEEPS-OTHERS";

    /** An answer is not due, and DISCONNECT in return is not forbidden; nothing else of this namespace may come. */
    @Must(
            id = "SIO-DISCONNECT-NOT-HANDLED",
            says = "handles no event of a namespace after the client left it",
            sabotagedBy = {EventAfterLeavingHandled.class, LeaveIgnored.class},
            seenIn = "CL-02")
    void handlesNothingAfterwards(Clients clients) {
        PacketWire wire = both(clients);
        // Node's socket.io 4.8.4 closes the connection over the second packet
        wire.send("41/custom,", "42/custom,1[\"message-with-ack\",\"late\"]", "427[\"message-with-ack\"]");
        Optional<SocketPacket> packet = wire.nextOrEnd();
        while (packet.isPresent() && !packet.get().ack()) {
            packet = wire.nextOrEnd();
        }
        packet.ifPresent(late -> expect(
                late.namespace().equals(MAIN), "no acknowledgement in a namespace that the client has left", late));
    }

    @Must(
            id = "SIO-DISCONNECT-NOT-DELIVERED",
            says = "delivers no event of a namespace to a client after it left",
            authority = DOCUMENTATION,
            sabotagedBy = {LeaveIgnored.class, LeaverStillServed.class})
    @Needs(tier = Tier.UMPIRE)
    void deliversNothingAfterwards(Clients clients) {
        PacketWire leaver = both(clients);
        ClientSocket bob = clients.socket("bob", clients.via(), "/custom");
        String tick = clients.event("tick");
        leaver.send("41/custom,", "421[\"message-with-ack\"]");
        Clients.prerequisite(KEEPS_OTHERS, () -> leaver.next(ACK, MAIN));
        clients.command(bob, "{'op':'emit','via':'io','event':'" + tick + "'}");
        bob.await(tick);
        leaver.send("422[\"message-with-ack\"]");
        SocketPacket next = leaver.next();
        expect(next.ack(), "no delivery in a namespace that the client has left", next);
        claimSilence("no delivery in a namespace that the client has left", leaver);
    }

    @Must(
            id = "SIO-DISCONNECT-ROOMS",
            says = "takes a client that leaves a namespace out of its rooms there",
            authority = DOCUMENTATION,
            sabotagedBy = RoomsComeBack.class,
            seenIn = "RO-01")
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
        Clients.prerequisite(KEEPS_OTHERS, () -> main.request("message-with-ack"));

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
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = SecondLeaveHurtsOthers.class)
    void survivesASecondDisconnect(Clients clients) {
        Bystander bystander = new Bystander(clients);
        PacketWire wire = both(clients);
        wire.send("41/custom,", "41/custom,", "421[\"message-with-ack\"]");
        wire.nextOrEnd().ifPresent(next -> expect(next.ack(), "an acknowledgement or the end of the connection", next));
        bystander.expectUndisturbed();
    }
}
