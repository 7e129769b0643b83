package dev.umpire.suites.socketio;

import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.socketio.Claim.claim;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.client.SocketClient;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.BroadcastCopiedToMain;
import dev.umpire.fixtures.saboteur.connection.DynamicNamespaceMadeTwice;
import dev.umpire.fixtures.saboteur.connection.DynamicNamespaceRefused;
import dev.umpire.fixtures.saboteur.connection.ManyNamespacesMixed;
import dev.umpire.fixtures.saboteur.connection.RoomJoinedInEveryNamespace;
import dev.umpire.suites.delivery.Audience;
import dev.umpire.suites.delivery.Emitted;
import dev.umpire.suites.delivery.Scope;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;

/** Documentation, "Namespaces": each has its own clients, rooms and broadcasts, and may come into being on demand. */
@PartOf(Suite.NAMESPACES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "namespaces/")
@Needs(tier = Tier.UMPIRE)
class NamespaceScopeRules {
    private static final int MANY = 30;

    @Must(
            id = "SIO-NSP-BROADCAST",
            says = "delivers a broadcast to clients of its own namespace only",
            authority = DOCUMENTATION,
            sabotagedBy = BroadcastCopiedToMain.class,
            seenIn = "ES-12")
    void keepsBroadcastsInside(Clients clients) {
        SocketClient connection = clients.client("alice", clients.via());
        ClientSocket main = Joining.join(connection, SocketPacket.MAIN);
        ClientSocket custom = Joining.join(connection, "/custom");
        ClientSocket bob = clients.socket("bob", clients.via(), "/custom");
        ClientSocket carol = clients.socket("carol");

        String toMain = clients.event("to-main");
        Emitted toMainEmit = emit(clients, main, io(), toMain);
        new Audience(clients, List.of(main, custom, bob, carol))
                .reaches(toMainEmit, main, carol)
                .andNobodyElse();

        String toCustom = clients.event("to-custom");
        Emitted toCustomEmit = emit(clients, bob, io(), toCustom);
        new Audience(clients, List.of(main, custom, bob, carol))
                .reaches(toCustomEmit, custom, bob)
                .andNobodyElse();
    }

    @Must(
            id = "SIO-NSP-ROOMS",
            says = "keeps rooms of the same name in two namespaces apart",
            authority = DOCUMENTATION,
            sabotagedBy = RoomJoinedInEveryNamespace.class,
            seenIn = {"ES-07", "ES-08"})
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/")
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void keepsRoomsApart(Clients clients) {
        String room = clients.room("red");
        SocketClient connection = clients.client("alice", clients.via());
        ClientSocket main = Joining.join(connection, SocketPacket.MAIN);
        ClientSocket custom = Joining.join(connection, "/custom");
        ClientSocket bob = clients.socket("bob", clients.via(), "/custom");
        clients.command(main, "{'op':'join','rooms':['" + room + "']}");
        clients.command(bob, "{'op':'join','rooms':['" + room + "']}");

        String news = clients.event("news");
        Emitted newsEmit = emit(clients, main, io().to(room), news);
        new Audience(clients, List.of(main, custom, bob))
                .reaches(newsEmit, main)
                .andNobodyElse();

        String more = clients.event("more");
        clients.command(main, "{'op':'leave','rooms':['" + room + "']}");
        Emitted moreEmit = emit(clients, custom, io().to(room), more);
        new Audience(clients, List.of(main, custom, bob)).reaches(moreEmit, bob).andNobodyElse();
    }

    @Must(
            id = "SIO-NSP-DYNAMIC",
            says = "makes a namespace when a client first asks for it",
            authority = DOCUMENTATION,
            sabotagedBy = DynamicNamespaceRefused.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "namespaces/#dynamic-namespaces")
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces")
    void makesNamespacesOnDemand(Clients clients) {
        String namespace = clients.ownNamespace();
        PacketWire wire = clients.packets();
        wire.send("40" + namespace + ',');
        wire.next(SocketPacket.Type.CONNECT, namespace);
        wire.next(SocketPacket.Type.EVENT, namespace);
        wire.send("42" + namespace + ",1[\"message-with-ack\",1]");
        wire.next(SocketPacket.Type.ACK, namespace);
    }

    /** A server that makes the namespace for each of them would leave all but one in a dead one. */
    @Must(
            id = "SIO-NSP-DYNAMIC-ONE",
            says = "puts clients that ask for a new namespace at the same moment into the same one",
            authority = DOCUMENTATION,
            sabotagedBy = DynamicNamespaceMadeTwice.class,
            seenIn = "NS-01")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "namespaces/#dynamic-namespaces")
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces")
    void makesOneNamespace(Clients clients) {
        String namespace = clients.ownNamespace();
        List<PacketWire> wires = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            wires.add(clients.joined());
        }
        wires.forEach(wire -> wire.send("40" + namespace + ','));
        for (PacketWire wire : wires) {
            Clients.prerequisite("SIO-NSP-DYNAMIC", () -> wire.next(SocketPacket.Type.CONNECT, namespace));
            wire.next(SocketPacket.Type.EVENT, namespace);
        }
        ClientSocket sender = clients.socket("sender", clients.via(), namespace);
        clients.command(sender, io().command(clients.event("tick")));
        wires.forEach(wire -> claim(
                "a broadcast to every client of the new namespace",
                () -> wire.next(SocketPacket.Type.EVENT, namespace)));
    }

    @Must(
            id = "SIO-NSP-MANY",
            says = "keeps many namespaces on one connection apart",
            authority = DOCUMENTATION,
            sabotagedBy = ManyNamespacesMixed.class)
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces")
    void keepsManyApart(Clients clients) {
        SocketClient connection = clients.client("alice", clients.via());
        List<ClientSocket> sockets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            sockets.add(Joining.join(connection, clients.ownNamespace()));
        }
        ClientSocket one = sockets.get(MANY / 2);
        String tick = clients.event("tick");
        Emitted tickEmit = emit(clients, one, io(), tick);
        new Audience(clients, sockets).reaches(tickEmit, one).andNobodyElse();
    }

    private static Emitted emit(Clients clients, ClientSocket asker, Scope scope, String event) {
        clients.command(asker, scope.command(event));
        return new Emitted(event, asker, scope);
    }
}
