package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT_ERROR;
import static dev.umpire.fixtures.packet.SocketPacket.Type.EVENT;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;
import static dev.umpire.suites.socketio.Claim.claim;
import static dev.umpire.suites.socketio.Claim.claimSilence;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.AckIdsShared;
import dev.umpire.fixtures.saboteur.connection.EventNamespaceLost;
import dev.umpire.fixtures.saboteur.connection.EventWithoutJoiningHandled;
import dev.umpire.fixtures.saboteur.connection.LongNameHurtsOthers;
import dev.umpire.fixtures.saboteur.connection.LongNameUnanswered;
import dev.umpire.fixtures.saboteur.connection.MainJoinedAlong;
import dev.umpire.fixtures.saboteur.connection.NamespaceCaseIgnored;
import dev.umpire.fixtures.saboteur.connection.OddNameClosesConnection;
import dev.umpire.fixtures.saboteur.connection.OneNamespaceOnly;
import dev.umpire.fixtures.saboteur.connection.QuerySplitOff;
import dev.umpire.fixtures.saboteur.connection.StrangerHurtsOthers;
import dev.umpire.fixtures.saboteur.connection.StrangersGreeted;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.Optional;

/**
 * Socket.IO v5, "Connection to a namespace": one connection may be in several namespaces at a time, each of which has
 * its own events and acknowledgements, and is joined and left by itself.
 */
@PartOf(Suite.NAMESPACES)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
@Needs(tier = Tier.ECHO)
class MultiplexingRules {
    private static final String NOTHING_ELSE = "nothing but /custom for a client that joined it alone";

    @Must(id = "SIO-NSP-TWO", says = "lets one connection join two namespaces", sabotagedBy = OneNamespaceOnly.class)
    void joinsTwo(Clients clients) {
        PacketWire wire = clients.joined();
        wire.send("40/custom,");
        wire.next(CONNECT, "/custom");
    }

    @Must(
            id = "SIO-NSP-CUSTOM-ONLY",
            says = "lets a client join another namespace without the main one",
            sabotagedBy = {MainJoinedAlong.class, StrangersGreeted.class},
            seenIn = {"NS-04", "NS-08"})
    void joinsWithoutTheMainOne(Clients clients) {
        PacketWire wire = PacketWire.inOrder(clients.packets().engine());
        wire.send("40/custom,");
        wire.next(CONNECT, "/custom");
        claim(NOTHING_ELSE, () -> wire.next(EVENT, "/custom"));
        wire.send("42/custom,[\"message\",1]");
        claim(NOTHING_ELSE, () -> wire.next(EVENT, "/custom"));
        claimSilence(NOTHING_ELSE, wire);
    }

    @Must(
            id = "SIO-NSP-EVENTS",
            says = "answers each event in the namespace in which it came",
            sabotagedBy = EventNamespaceLost.class)
    void keepsEventsApart(Clients clients) {
        PacketWire wire = both(clients);
        wire.send("42[\"message\",\"main\"]", "42/custom,[\"message\",\"custom\"]", "42[\"message\",\"main again\"]");
        List<String> got = List.of(
                wire.next().toString(), wire.next().toString(), wire.next().toString());
        List<String> wanted = List.of(
                "EVENT [\"message-back\",\"main\"]",
                "EVENT in /custom [\"message-back\",\"custom\"]",
                "EVENT [\"message-back\",\"main again\"]");
        expectEqual(wanted.stream().sorted().toList(), got.stream().sorted().toList());
        wire.expectSilence();
    }

    @Must(
            id = "SIO-NSP-ACKS",
            says = "tells the same acknowledgement id in two namespaces apart",
            sabotagedBy = AckIdsShared.class)
    void keepsAcknowledgementsApart(Clients clients) {
        PacketWire wire = both(clients);
        wire.send("427[\"message-with-ack\",\"main\"]", "42/custom,7[\"message-with-ack\",\"custom\"]");
        List<String> got = List.of(wire.next().toString(), wire.next().toString());
        List<String> wanted = List.of("ACK #7 [\"main\"]", "ACK in /custom #7 [\"custom\"]");
        expectEqual(wanted.stream().sorted().toList(), got.stream().sorted().toList());
    }

    @Must(
            id = "SIO-NSP-NOT-JOINED",
            says = "does not handle events to a namespace that exists and that the client has not joined",
            sabotagedBy = EventWithoutJoiningHandled.class)
    void ignoresWhatWasNotJoined(Clients clients) {
        // Node's socket.io 4.8.4 closes the connection; to ignore the event serves as well
        PacketWire wire = clients.joined();
        wire.send("42/custom,1[\"message-with-ack\",1]", "421[\"message-with-ack\",2]");
        Optional<SocketPacket> next = wire.nextOrEnd();
        next.ifPresent(packet ->
                expect(packet.namespace().equals(MAIN), "no answer in a namespace that was not joined", packet));
    }

    @Must(
            id = "SIO-NSP-NOT-JOINED-OTHERS",
            says = "disturbs no other client when one sends events to a namespace that it has not joined",
            sabotagedBy = StrangerHurtsOthers.class)
    void letsNobodySuffer(Clients clients) {
        Bystander bystander = new Bystander(clients);
        PacketWire member = both(clients);
        PacketWire stranger = clients.joined();
        stranger.send("42/custom,[\"message\",1]", "43/custom,1[1]", "41/custom,", "421[\"message-with-ack\"]");
        stranger.nextOrEnd();
        member.send("42/custom,1[\"message-with-ack\",2]");
        claim("no effect on another client of the namespace", () -> member.next(ACK, "/custom"));
        bystander.expectUndisturbed();
    }

    /** Version 2 clients sent the query of a URL there; since version 3 of the protocol it is part of the name. */
    @May(
            id = "SIO-NSP-QUERY",
            says = "takes a query for a part of the namespace's name",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = QuerySplitOff.class)
    void knowsNoQueries(Clients clients) {
        PacketWire wire = clients.packets();
        wire.send("40/custom?token=abc,");
        wire.next(CONNECT_ERROR, "/custom?token=abc");
    }

    @Should(
            id = "SIO-NSP-ODD-NAMES",
            says = "refuses namespaces with odd names one by one",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {NamespaceCaseIgnored.class, OddNameClosesConnection.class})
    void refusesOddNames(Clients clients) {
        PacketWire wire = clients.joined();
        for (String name : List.of("/Custom", "/custom/", "//custom", "/a b", "/日本", "/1-2", "/%2e%2e", "/__proto__")) {
            wire.send("40" + name + ',');
            claim("CONNECT_ERROR in " + name, () -> wire.next(CONNECT_ERROR, name));
        }
        wire.send("421[\"message-with-ack\"]");
        wire.next(ACK, MAIN);
    }

    @Should(
            id = "SIO-NSP-LONG-NAME",
            says = "refuses a namespace with a very long name, and lets nobody suffer from it",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {LongNameUnanswered.class, LongNameHurtsOthers.class})
    void refusesALongName(Clients clients) {
        Bystander bystander = new Bystander(clients);
        PacketWire wire = clients.joined();
        wire.send("40/" + "long".repeat(10_000) + ',');
        claim("an answer to CONNECT with a very long name, or the end of the connection", wire::nextOrEnd)
                .ifPresent(answer -> expect(
                        answer.type() == CONNECT_ERROR, "CONNECT_ERROR or the end of the connection", answer.type()));
        bystander.expectUndisturbed();
    }

    private static PacketWire both(Clients clients) {
        PacketWire wire = clients.joined();
        Joining.join(wire, "/custom");
        return wire;
    }
}
