package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.EngineSidShown;
import dev.umpire.fixtures.saboteur.connection.SameSidForEverybody;
import dev.umpire.fixtures.saboteur.connection.SecondConnectDoublesDelivery;
import dev.umpire.fixtures.saboteur.connection.SidSharedByNamespaces;
import dev.umpire.fixtures.saboteur.connection.SidUnknownToApplication;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Socket.IO v5, "Connection to a namespace": the session id in the answer names one client in one namespace. Rooms
 * named by it are how single clients are addressed, so two clients may not share one.
 */
@PartOf(Suite.CONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
@Needs(tier = Tier.ECHO)
class SessionIdRules {
    private static final int SEVERAL = 8;

    @Must(
            id = "SIO-CONNECT-SID-CLIENTS",
            says = "gives every client of a namespace a session id of its own",
            authority = DOCUMENTATION,
            sabotagedBy = SameSidForEverybody.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-socket-instance/#socketid")
    void differsBetweenClients(Clients clients) {
        Set<String> sids = new HashSet<>();
        for (int i = 0; i < SEVERAL; i++) {
            sids.add(Joining.join(clients.packets(), MAIN));
        }
        expect(sids.size() == SEVERAL, SEVERAL + " different session ids", sids);
    }

    @Should(
            id = "SIO-CONNECT-SID-NAMESPACES",
            says = "gives one client different session ids in different namespaces",
            authority = DOCUMENTATION,
            sabotagedBy = SidSharedByNamespaces.class,
            seenIn = "SI-03")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-socket-instance/#socketid")
    void differsBetweenNamespaces(Clients clients) {
        PacketWire wire = clients.packets();
        String main = Joining.join(wire, MAIN);
        String custom = Joining.join(wire, "/custom");
        expect(!main.equals(custom), "different session ids in / and /custom", main + " in both");
    }

    /** The Engine.IO id opens the session to whoever knows it, while this one is shown to other clients. */
    @Should(
            id = "SIO-CONNECT-SID-PUBLIC",
            says = "gives a session id that is not the Engine.IO session's secret one",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = EngineSidShown.class,
            seenIn = "SI-03")
    void isNotTheEngineSession(Clients clients) {
        PacketWire wire = clients.packets();
        String sid = Joining.join(wire, MAIN);
        String secret = wire.engine().handshake().sid();
        expect(!sid.equals(secret), "a session id other than the Engine.IO session's", sid + " for both");
    }

    @Must(
            id = "SIO-CONNECT-SID-KNOWN",
            says = "answers CONNECT with the session id under which the application knows the client",
            authority = DOCUMENTATION,
            sabotagedBy = {SidUnknownToApplication.class, SameSidForEverybody.class})
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-socket-instance/#socketid")
    @Needs(tier = Tier.UMPIRE)
    void isTheOneTheApplicationKnows(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        String known = clients.command(alice, "{'op':'info'}").path("sid").asText();
        expect(known.equals(alice.sid()), "the session id " + alice.sid() + " on the server", known);
    }

    @Must(
            id = "SIO-CONNECT-TWICE",
            says = "makes no second socket of a second CONNECT to the same namespace",
            authority = DOCUMENTATION,
            sabotagedBy = SecondConnectDoublesDelivery.class,
            seenIn = "NS-07")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "namespaces/")
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces")
    void isGivenOnce(Clients clients) {
        String namespace = clients.ownNamespace();
        ClientSocket observer = clients.socket("observer", clients.via(), namespace);
        PacketWire twice = clients.packets();
        Joining.join(twice, namespace);

        // Node's socket.io 4.8.4 closes the connection; a refusal or no answer at all serves as well
        twice.send("40" + namespace + ',');
        String tick = clients.event("tick");
        observer.read(clients.timing().quiet());
        int count = new Census(clients, observer).count();
        expect(count <= 2, "at most 2 clients in a namespace that 2 connections joined", count);

        clients.command(observer, "{'op':'emit','via':'io','event':'" + tick + "'}");
        observer.await(tick);
        twice.send("42" + namespace + ",[\"message\"]");
        long copies = arrivals(twice)
                .filter(packet -> packet.eventName().equals(tick))
                .count();
        expect(copies <= 1, "a broadcast at most once", copies + " copies");
    }

    /** What arrives until the answer to the last event, or until the session ends. */
    private static Stream<SocketPacket> arrivals(PacketWire wire) {
        return Stream.iterate(wire.nextOrEnd(), Optional::isPresent, packet -> wire.nextOrEnd())
                .map(Optional::orElseThrow)
                .takeWhile(packet -> !packet.eventName().equals("message-back"));
    }
}
