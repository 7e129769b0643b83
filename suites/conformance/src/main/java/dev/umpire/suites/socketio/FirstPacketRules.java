package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.socketio.Claim.claim;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.EarlyAckIgnored;
import dev.umpire.fixtures.saboteur.connection.EarlyBinaryEventIgnored;
import dev.umpire.fixtures.saboteur.connection.EarlyDisconnectIgnored;
import dev.umpire.fixtures.saboteur.connection.EarlyEventIgnored;
import dev.umpire.fixtures.saboteur.connection.EarlyEventIgnoredOverPolling;
import dev.umpire.fixtures.saboteur.connection.EarlyGarbageIgnored;
import dev.umpire.fixtures.saboteur.connection.EventOvertakesConnect;
import dev.umpire.fixtures.saboteur.connection.FirstEventLost;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Socket.IO v5, "Connection to a namespace": CONNECT comes first; a client that begins with something else is cut off
 * at once. That it is cut off for this reason shows in a silent client that came before it and is still served.
 */
@PartOf(Suite.CONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
class FirstPacketRules {
    /** A busy machine may need so long to open the second session that a short timeout ends the first one. */
    private static final int ATTEMPTS = 3;

    @Must(
            id = "SIO-CONNECT-FIRST-EVENT",
            says = "closes the connection of a client that sends an event before CONNECT",
            sabotagedBy = EarlyEventIgnored.class)
    void closesOnAnEarlyEvent(Clients clients) {
        cutsOff(clients, clients.via(), "42[\"~early\",1]");
    }

    @Must(
            id = "SIO-CONNECT-FIRST-EVENT-POLLING",
            says = "closes the polling session of a client that sends an event before CONNECT",
            sabotagedBy = {EarlyEventIgnored.class, EarlyEventIgnoredOverPolling.class})
    @Needs(transports = Via.POLLING)
    void closesOnAnEarlyEventOverPolling(Clients clients) {
        cutsOff(clients, Via.POLLING, "42[\"~early\",1]");
    }

    @Must(
            id = "SIO-CONNECT-FIRST-ACK",
            says = "closes the connection of a client that sends an acknowledgement before CONNECT",
            sabotagedBy = EarlyAckIgnored.class)
    void closesOnAnEarlyAcknowledgement(Clients clients) {
        cutsOff(clients, clients.via(), "430[1]");
    }

    @Must(
            id = "SIO-CONNECT-FIRST-DISCONNECT",
            says = "closes the connection of a client that sends DISCONNECT before CONNECT",
            sabotagedBy = EarlyDisconnectIgnored.class)
    void closesOnAnEarlyDisconnect(Clients clients) {
        cutsOff(clients, clients.via(), "41");
    }

    @Must(
            id = "SIO-CONNECT-FIRST-GARBAGE",
            says = "closes the connection of a client that sends no Socket.IO packet first",
            sabotagedBy = EarlyGarbageIgnored.class)
    void closesOnGarbage(Clients clients) {
        cutsOff(clients, clients.via(), "4abc");
    }

    /** A server may wait for the attachments before it looks at what they belong to, so they are sent as well. */
    @Must(
            id = "SIO-CONNECT-FIRST-BINARY",
            says = "closes the connection of a client that sends an event with attachments before CONNECT",
            sabotagedBy = EarlyBinaryEventIgnored.class,
            seenIn = "BI-10")
    void closesOnAnEarlyEventWithAttachments(Clients clients) {
        cutsOff(clients, clients.via(), "an event with attachments", early -> {
            early.send("451-[\"~early\",{\"_placeholder\":true,\"num\":0}]");
            early.send(new byte[] {1, 2, 3});
        });
    }

    @Must(
            id = "SIO-CONNECT-READY",
            says = "handles an event that is sent as soon as CONNECT was answered",
            sabotagedBy = FirstEventLost.class,
            seenIn = {"MW-02", "MW-06"})
    @Needs(tier = Tier.ECHO)
    void handlesTheFirstEvent(Clients clients) {
        for (int i = 0; i < 5; i++) {
            PacketWire wire = clients.packets();
            wire.send("40");
            Clients.prerequisite("SIO-CONNECT-MAIN", () -> wire.next(CONNECT, MAIN));
            wire.send("420[\"message-with-ack\"]");
            String wanted = "a greeting and an acknowledgement of the first event";
            List<SocketPacket> packets = claim(wanted, () -> List.of(wire.next(), wire.next()));
            expect(packets.stream().anyMatch(SocketPacket::ack), wanted, packets);
        }
    }

    /** Node's socket.io 4.8.4 closes the connection, as it is not in the namespace yet when the event is read. */
    @Should(
            id = "SIO-CONNECT-BURST",
            says = "answers CONNECT before an event that was sent right behind it, if it handles that event at all",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = EventOvertakesConnect.class)
    @Needs(tier = Tier.ECHO)
    void answersConnectBeforeWhatFollowsIt(Clients clients) {
        Joining.join(clients.packets(), MAIN);
        PacketWire wire = clients.packets();
        wire.send("40", "42[\"message\",1]");
        Optional<SocketPacket> first = wire.nextOrEnd();
        first.ifPresent(packet -> expect(packet.type() == CONNECT, "CONNECT or the end of the connection", packet));
    }

    private static void cutsOff(Clients clients, Via via, String packet) {
        cutsOff(clients, via, packet, early -> early.send(packet));
    }

    private static void cutsOff(Clients clients, Via via, String what, Consumer<PacketWire> deed) {
        PacketWire valid = clients.packets(via);
        valid.send("40");
        Clients.prerequisite("SIO-CONNECT-MAIN", valid::next);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PacketWire silent = clients.packets(via);
            PacketWire early = clients.packets(via);
            deed.accept(early);
            claim("the end of a connection that begins with " + what, early.engine()::awaitEnd);
            if (isServed(silent, clients)) {
                return;
            }
        }
        throw new Violation(
                "the end of the connection at once", "it ended no sooner than one on which nothing was sent");
    }

    /** On a busy machine the end of a connection is heard late: only an answer shows that it has not ended. */
    private static boolean isServed(PacketWire silent, Clients clients) {
        if (silent.engine().ending(clients.timing().quiet()).isPresent()) {
            return false;
        }
        silent.send("40");
        return Clients.prerequisite("SIO-CONNECT-MAIN", silent::nextOrEnd).isPresent();
    }
}
