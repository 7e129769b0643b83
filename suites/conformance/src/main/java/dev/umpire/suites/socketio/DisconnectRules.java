package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.suites.rule.Authority.OFFICIAL_TESTS;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.socketio.Claim.claim;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.LastLeaveClosesConnection;
import dev.umpire.fixtures.saboteur.connection.LeaveClosesConnection;
import dev.umpire.fixtures.saboteur.connection.LeaveLeavesAll;
import dev.umpire.fixtures.saboteur.connection.LeaveWithoutCommaIgnored;
import dev.umpire.fixtures.saboteur.connection.RejoinAtOnceRefused;
import dev.umpire.fixtures.saboteur.connection.RejoinUnderOldSid;
import dev.umpire.fixtures.saboteur.socketio.DisconnectAnswered;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Socket.IO v5, "Disconnection from a namespace": a client leaves a namespace with DISCONNECT, for which no answer is
 * due; the connection and the other namespaces stay.
 */
@PartOf(Suite.DISCONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "disconnection-from-a-namespace")
@Needs(tier = Tier.ECHO)
class DisconnectRules {

    @Must(
            id = "SIO-DISCONNECT-KEEPS-OTHERS",
            says = "keeps a client that leaves one namespace in the others",
            sabotagedBy = {LeaveLeavesAll.class, LeaveClosesConnection.class},
            seenIn = "CL-03")
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
            authority = OFFICIAL_TESTS,
            sabotagedBy = LeaveWithoutCommaIgnored.class,
            seenIn = "PA-02")
    void needsNoCommaAtTheEnd(Clients clients) {
        PacketWire wire = both(clients);
        wire.send("41/custom", "421[\"message-with-ack\"]");
        Clients.prerequisite("SIO-DISCONNECT-KEEPS-OTHERS", () -> wire.next(ACK, MAIN));
        wire.send("40/custom,");
        claim("a client that left, so that it can join again", () -> wire.next(CONNECT, "/custom"));
    }

    @Must(
            id = "SIO-DISCONNECT-REJOIN",
            says = "lets a client that left a namespace join it again, under a new session id",
            sabotagedBy = RejoinUnderOldSid.class)
    void letsAClientComeBack(Clients clients) {
        PacketWire wire = clients.packets();
        Joining.join(wire, MAIN);
        String before = Joining.join(wire, "/custom");
        wire.send("41/custom,", "421[\"message-with-ack\"]");
        Clients.prerequisite("SIO-DISCONNECT-KEEPS-OTHERS", () -> wire.next(ACK, MAIN));
        wire.send("40/custom,");
        SocketPacket answer = wire.next(CONNECT, "/custom");
        String after = answer.data() == null ? "" : answer.data().path("sid").asText();
        expect(!after.isEmpty() && !after.equals(before), "a session id other than " + before, answer);
    }

    @Should(
            id = "SIO-DISCONNECT-UNANSWERED",
            sabotagedBy = DisconnectAnswered.class,
            says = "sends nothing in answer to DISCONNECT")
    void answersNothing(Clients clients) {
        PacketWire wire = both(clients);
        wire.send("41/custom,", "421[\"message-with-ack\"]");
        List<SocketPacket> others = new ArrayList<>();
        SocketPacket packet = wire.next();
        while (!packet.ack()) {
            others.add(packet);
            packet = wire.next();
        }
        wire.next(clients.timing().quiet()).ifPresent(others::add);
        expect(others.isEmpty(), "nothing in answer to DISCONNECT", others);
        expectServed(wire, "");
    }

    /**
     * No answer to DISCONNECT is due that a client could wait for. Node's socket.io 4.8.4 closes the connection, since
     * it handles DISCONNECT only after it has seen the CONNECT behind it.
     */
    @Should(
            id = "SIO-DISCONNECT-REJOIN-AT-ONCE",
            says = "lets a client join a namespace again in the same breath in which it leaves it",
            sabotagedBy = RejoinAtOnceRefused.class)
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void letsAClientComeBackAtOnce(Clients clients) {
        PacketWire wire = clients.joined(Via.POLLING);
        Joining.join(wire, "/custom");
        wire.send("41/custom,", "40/custom,");
        Optional<SocketPacket> answer = wire.nextOrEnd();
        expect(
                answer.filter(packet -> packet.type() == CONNECT).isPresent(),
                "CONNECT in /custom right behind DISCONNECT",
                answer.map(SocketPacket::toString).orElse("the end of the session"));
    }

    /** The text lets a server end a connection without namespaces; the official tests see its heartbeat go on. */
    @Should(
            id = "SIO-DISCONNECT-LAST",
            says = "keeps the connection of a client that left its last namespace, so that it can come back",
            authority = OFFICIAL_TESTS,
            sabotagedBy = LastLeaveClosesConnection.class,
            seenIn = "CL-03")
    void keepsTheConnection(Clients clients) {
        PacketWire wire = clients.joined();
        wire.send("41");
        claim("a connection that stays after the last namespace", wire.engine()::awaitPing);
        wire.send("40");
        claim("CONNECT in / for a client that comes back", () -> wire.next(CONNECT, MAIN));
    }

    /** A session that has joined both / and /custom. */
    static PacketWire both(Clients clients) {
        PacketWire wire = clients.joined();
        Joining.join(wire, "/custom");
        return wire;
    }

    /** Insists that a namespace, written as on the wire with its comma, is still served. */
    static void expectServed(PacketWire wire, String namespace) {
        wire.send("42" + namespace + "99[\"message-with-ack\",\"served\"]");
        String served = namespace.isEmpty() ? MAIN : "/custom";
        SocketPacket ack = claim("the client still in " + served, () -> wire.next(ACK, served));
        Echo.expectSame(Json.parse("['served']"), ack.data());
    }
}
