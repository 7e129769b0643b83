package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.fixtures.packet.SocketPacket.Type.DISCONNECT;
import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.socketio.Claim.claim;
import static dev.umpire.suites.socketio.Claim.claimSilence;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.CloseKeepsConnection;
import dev.umpire.fixtures.saboteur.connection.CloseTellsOneNamespace;
import dev.umpire.fixtures.saboteur.connection.EventAfterServerLeaveHandled;
import dev.umpire.fixtures.saboteur.connection.PollingCloseDropsQueue;
import dev.umpire.fixtures.saboteur.connection.ServerLeaveClosesConnection;
import dev.umpire.fixtures.saboteur.connection.ServerLeaveNotFinal;
import dev.umpire.fixtures.saboteur.connection.ServerLeaveSilent;
import dev.umpire.fixtures.saboteur.connection.ServerLeaveWithoutNamespace;
import dev.umpire.fixtures.saboteur.connection.WebSocketCloseDropsQueue;
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

/** Documentation, "Server API": a server may end a client's stay in a namespace, or its whole connection. */
@PartOf(Suite.DISCONNECT)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-api/#socketdisconnectclose")
@Needs(tier = Tier.UMPIRE)
class ServerDisconnectRules {
    private static final String LEAVE = "1[\"umpire\",{\"op\":\"disconnect\",\"close\":false}]";
    private static final String CLOSE = "421[\"umpire\",{\"op\":\"disconnect\",\"close\":true}]";

    @Must(
            id = "SIO-DISCONNECT-SERVER",
            says = "sends DISCONNECT when the application ends a client's stay in a namespace",
            sabotagedBy = ServerLeaveSilent.class,
            seenIn = "CL-08")
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "disconnection-from-a-namespace")
    void sendsDisconnect(Clients clients) {
        PacketWire wire = clients.joined();
        wire.send("42" + LEAVE);
        wire.next(ACK, MAIN);
        claim("DISCONNECT in / at the application's wish", () -> wire.next(DISCONNECT, MAIN));
    }

    @Must(
            id = "SIO-DISCONNECT-SERVER-KEEPS-OTHERS",
            says = "keeps the other namespaces of a client whose stay in one the application ends",
            authority = DOCUMENTATION,
            sabotagedBy = {ServerLeaveClosesConnection.class, ServerLeaveWithoutNamespace.class})
    void keepsTheOtherNamespaces(Clients clients) {
        PacketWire wire = clients.joined();
        Joining.join(wire, "/custom");
        wire.send("42/custom," + LEAVE);
        wire.next(ACK, "/custom");
        claim("DISCONNECT in /custom alone", () -> wire.next(DISCONNECT, "/custom"));
        wire.send("422[\"message-with-ack\"]");
        claim("the client still in /", () -> wire.next(ACK, MAIN));
        wire.send("40/custom,");
        claim("the client back in /custom", () -> wire.next(CONNECT, "/custom"));
    }

    @Must(
            id = "SIO-DISCONNECT-SERVER-FINAL",
            says = "neither delivers to nor hears a client whose stay the application ended",
            authority = DOCUMENTATION,
            sabotagedBy = {ServerLeaveNotFinal.class, EventAfterServerLeaveHandled.class},
            seenIn = "CL-02")
    void isFinal(Clients clients) {
        ClientSocket bob = clients.socket("bob", clients.via(), "/custom");
        PacketWire wire = clients.joined();
        Joining.join(wire, "/custom");
        wire.send("42/custom," + LEAVE);
        wire.next(ACK, "/custom");
        Clients.prerequisite("SIO-DISCONNECT-SERVER-KEEPS-OTHERS", () -> wire.next(DISCONNECT, "/custom"));
        String tick = clients.event("tick");
        clients.command(bob, "{'op':'emit','via':'io','event':'" + tick + "'}");
        bob.await(tick);
        claimSilence("no delivery to a client whose stay was ended", wire);
        // Node's socket.io 4.8.4 closes the connection over the next packet
        wire.send("42/custom,3[\"message-with-ack\"]", "424[\"message-with-ack\"]");
        Optional<SocketPacket> next = wire.nextOrEnd();
        next.ifPresent(packet -> expect(
                packet.namespace().equals(MAIN),
                "nothing more in a namespace that the client was taken out of",
                packet));
    }

    @Must(
            id = "SIO-DISCONNECT-CLOSE-WEBSOCKET",
            says = "closes a WebSocket connection at the application's wish, after what it had to send before",
            authority = DOCUMENTATION,
            sabotagedBy = {WebSocketCloseDropsQueue.class, CloseKeepsConnection.class},
            seenIn = {"CL-01", "CL-10"})
    @Needs(tier = Tier.UMPIRE, transports = Via.WEBSOCKET)
    void closesAWebSocket(Clients clients) {
        closesAfterwards(clients, Via.WEBSOCKET);
    }

    @Must(
            id = "SIO-DISCONNECT-CLOSE-POLLING",
            says = "closes a polling session at the application's wish, after what it had to send before",
            authority = DOCUMENTATION,
            sabotagedBy = {PollingCloseDropsQueue.class, CloseKeepsConnection.class},
            seenIn = {"CL-01", "CL-05"})
    @Needs(tier = Tier.UMPIRE, transports = Via.POLLING)
    void closesAPollingSession(Clients clients) {
        closesAfterwards(clients, Via.POLLING);
    }

    /** A client that gets fewer believes that it is still in the others, and tries to come back to them. */
    @Should(
            id = "SIO-DISCONNECT-CLOSE-ALL",
            says = "sends DISCONNECT for each namespace before it closes a connection at the application's wish",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {CloseTellsOneNamespace.class, CloseKeepsConnection.class},
            seenIn = "CL-01")
    void disconnectsEveryNamespace(Clients clients) {
        PacketWire wire = clients.joined();
        Joining.join(wire, "/custom");
        wire.send(CLOSE);
        List<String> left = claim("the end of a session that the application closed", () -> rest(wire)).stream()
                .filter(packet -> packet.type() == DISCONNECT)
                .map(SocketPacket::namespace)
                .sorted()
                .toList();
        expect(left.equals(List.of("/", "/custom")), "DISCONNECT in / and in /custom", left);
    }

    private static void closesAfterwards(Clients clients, Via via) {
        PacketWire wire = clients.joined(via);
        List<String> sent = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add("42[\"message\"," + i + "]");
            wanted.add("[\"message-back\"," + i + "]");
        }
        sent.add(CLOSE);
        wanted.add("[{\"ok\":true}]");
        wire.send(sent.toArray(String[]::new));
        List<String> got = claim("the end of a session that the application closed", () -> rest(wire)).stream()
                .filter(packet -> packet.event() || packet.ack())
                .map(packet -> String.valueOf(packet.data()))
                .toList();
        expect(got.equals(wanted), "20 echoes and the acknowledgement before the end", got);
        wire.engine().awaitEnd();
    }

    /** What arrives until the end of the session. */
    private static List<SocketPacket> rest(PacketWire wire) {
        List<SocketPacket> packets = new ArrayList<>();
        for (Optional<SocketPacket> next = wire.nextOrEnd(); next.isPresent(); next = wire.nextOrEnd()) {
            packets.add(next.get());
        }
        return packets;
    }
}
