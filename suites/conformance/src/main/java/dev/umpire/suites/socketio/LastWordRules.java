package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.Type.DISCONNECT;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.BroadcastsAfterDisconnect;
import dev.umpire.fixtures.saboteur.connection.EventBesideLeaveDropped;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;

/** Documentation, "Delivery guarantees": order holds to the last: what comes before a farewell arrives before it. */
@PartOf(Suite.DISCONNECT)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
@Needs(tier = Tier.UMPIRE)
class LastWordRules {

    // socket.io-adapter once disconnected the clients of a node before it sent them what was emitted before.
    @Must(
            id = "SIO-DISCONNECT-AFTER-BROADCAST",
            says = "sends a broadcast before the DISCONNECT that the application asks for after it",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = BroadcastsAfterDisconnect.class,
            seenIn = "CL-10")
    void sendsABroadcastBeforeTheFarewell(Clients clients) {
        for (Via via : List.of(Via.WEBSOCKET, Via.POLLING)) {
            if (clients.profile().offers(via)) {
                PacketWire wire = clients.packets(via);
                String namespace = clients.ownNamespace();
                Joining.join(wire, namespace);
                farewellAfterBroadcasts(wire, namespace, clients.event("bye"));
            }
        }
    }

    private static void farewellAfterBroadcasts(PacketWire wire, String namespace, String bye) {
        wire.send(
                "42" + namespace + ",1[\"umpire\",{\"op\":\"emit\",\"via\":\"io\",\"event\":\"" + bye
                        + "\",\"repeat\":10}]",
                "42" + namespace + ",2[\"umpire\",{\"op\":\"disconnect\",\"close\":false}]");
        int broadcasts = 0;
        SocketPacket packet = wire.next();
        while (packet.type() != DISCONNECT) {
            broadcasts += packet.eventName().equals(bye) ? 1 : 0;
            packet = wire.next();
        }
        expect(broadcasts == 10, "10 broadcasts before DISCONNECT", broadcasts + " of them");
    }

    // Node's socket.io 4.8.4 hands events on a moment later than DISCONNECT, and no longer to a client that has left.
    // At most once is all that is promised for arrival.
    @May(
            id = "SIO-DISCONNECT-EVENT-BEFORE",
            says = "handles an event that a client sends in the same breath in which it leaves",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = EventBesideLeaveDropped.class,
            seenIn = "CL-09")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-arrival")
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces", transports = Via.POLLING)
    void handlesTheLastEvent(Clients clients) {
        String namespace = clients.ownNamespace();
        ClientSocket observer = clients.socket("observer", clients.via(), namespace);
        PacketWire leaver = clients.packets(Via.POLLING);
        Joining.join(leaver, namespace);
        String last = clients.event("last");
        leaver.send(
                "42" + namespace + ",1[\"umpire\",{\"op\":\"emit\",\"via\":\"broadcast\",\"event\":\"" + last + "\"}]",
                "41" + namespace + ",");
        new Census(clients, observer).await(1);
        expect(!observer.received(last).isEmpty(), "the event that the client sent before it left", "none");
    }
}
