package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;
import static dev.umpire.fixtures.packet.SocketPacket.Type.BINARY_ACK;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.AckIdInOneByte;
import dev.umpire.fixtures.saboteur.socketio.AckSentTwice;
import dev.umpire.fixtures.saboteur.socketio.AckWithFirstArgumentOnly;
import dev.umpire.fixtures.saboteur.socketio.AckWithoutNamespace;
import dev.umpire.fixtures.saboteur.socketio.AckWithoutNulls;
import dev.umpire.fixtures.saboteur.socketio.AcksOvertaken;
import dev.umpire.fixtures.saboteur.socketio.BinaryAckAsAck;
import dev.umpire.fixtures.saboteur.socketio.EmptyAckAsNull;
import dev.umpire.fixtures.saboteur.socketio.MissingAckIdTakenForZero;
import dev.umpire.fixtures.saboteur.socketio.UnhandledEventAcknowledged;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Socket.IO v5, "Acknowledgement": an event with an id is answered by ACK with that id and an array, which may be
 * empty.
 */
@PartOf(Suite.ACKNOWLEDGEMENTS)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
@Needs(tier = Tier.ECHO)
class AckRules {
    @Must(
            id = "SIO-ACK-ANSWERED",
            says = "answers an event that has an id with ACK and the same id",
            sabotagedBy = {AckIdInOneByte.class, AckWithFirstArgumentOnly.class})
    void answers(Clients clients) {
        acknowledges(clients.joined(), "42456[\"message-with-ack\",1,\"2\"]", MAIN, 456, "[1,'2']");
    }

    @Must(
            id = "SIO-ACK-NAMESPACE",
            says = "acknowledges in the namespace of the event",
            sabotagedBy = AckWithoutNamespace.class,
            seenIn = "AC-01")
    void answersInTheNamespace(Clients clients) {
        PacketWire wire = clients.packets();
        Joining.join(wire, "/custom");
        acknowledges(wire, "42/custom,5[\"message-with-ack\",1]", "/custom", 5, "[1]");
    }

    @Must(
            id = "SIO-ACK-ARGUMENTS",
            says = "sends every argument of an acknowledgement, in order and type",
            sabotagedBy = {AckWithoutNulls.class, AckWithFirstArgumentOnly.class},
            seenIn = "PA-09")
    void sendsAllArguments(Clients clients) {
        String arguments = "['one',2,null,[],{},{'three':[true,4.5]},'',false,'1-2,/3']";
        PacketWire wire = clients.joined();
        String event = arguments.replace("['one'", "['message-with-ack','one'").replace('\'', '"');
        acknowledges(wire, "421" + event, MAIN, 1, arguments);
    }

    @Must(
            id = "SIO-ACK-EMPTY",
            says = "sends an empty array where an acknowledgement has no arguments",
            sabotagedBy = EmptyAckAsNull.class)
    void sendsAnEmptyArray(Clients clients) {
        acknowledges(clients.joined(), "421[\"message-with-ack\"]", MAIN, 1, "[]");
    }

    @Must(id = "SIO-ACK-ONCE", says = "acknowledges an event once", sabotagedBy = AckSentTwice.class)
    void answersOnce(Clients clients) {
        PacketWire wire = clients.joined();
        acknowledges(wire, "421[\"message-with-ack\",1]", MAIN, 1, "[1]");
        wire.expectSilence();
        acknowledges(wire, "422[\"message-with-ack\",2]", MAIN, 2, "[2]");
    }

    @Must(
            id = "SIO-ACK-NOT-ASKED",
            says = "sends no acknowledgement for an event without an id",
            sabotagedBy = MissingAckIdTakenForZero.class)
    void answersOnlyWhenAsked(Clients clients) {
        PacketWire wire = clients.joined();
        wire.send("42[\"message-with-ack\",1]");
        wire.expectSilence();
        acknowledges(wire, "421[\"message-with-ack\",2]", MAIN, 1, "[2]");
    }

    /**
     * By the text the receiver has to respond; Node's socket.io 4.8.4 leaves that to handlers, and sends nothing if
     * there is none, so that the sender's timeout tells it that nobody listened.
     */
    @May(
            id = "SIO-ACK-NO-HANDLER",
            says = "leaves an event that nobody handles unacknowledged",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = UnhandledEventAcknowledged.class,
            seenIn = "AC-03")
    void leavesUnhandledEventsUnanswered(Clients clients) {
        PacketWire wire = clients.joined();
        wire.send("421[\"no-such-event\",1]");
        wire.expectSilence();
        acknowledges(wire, "422[\"message-with-ack\",2]", MAIN, 2, "[2]");
    }

    @Must(
            id = "SIO-ACK-BINARY",
            says = "acknowledges with BINARY_ACK and attachments where the arguments hold bytes",
            sabotagedBy = {BinaryAckAsAck.class, AckIdInOneByte.class},
            seenIn = "AC-04")
    void answersWithBytes(Clients clients) {
        Bytes.needed(clients);
        PacketWire wire = clients.joined();
        wire.send("452-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        wire.send(new byte[] {1, 2, 3});
        wire.send(new byte[] {4, 5, 6});
        SocketPacket ack = wire.next(BINARY_ACK, MAIN);
        expect(ack.id().equals(OptionalLong.of(789)), "the id 789", ack);
        Echo.expectSame(Json.array().add(new byte[] {1, 2, 3}).add(new byte[] {4, 5, 6}), ack.data());
    }

    @Should(
            id = "SIO-ACK-ORDER",
            says = "sends acknowledgements and events in the order in which its handlers sent them",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = AcksOvertaken.class,
            seenIn = {"OR-04", "OR-06"})
    void keepsTheOrderOfHandlers(Clients clients) {
        PacketWire wire = clients.joined();
        wire.send(
                "42[\"message\",1]", "427[\"message-with-ack\",2]", "42[\"message\",3]", "428[\"message-with-ack\",4]");
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(wire.next().toString());
        }
        List<String> wanted =
                List.of("EVENT [\"message-back\",1]", "ACK #7 [2]", "EVENT [\"message-back\",3]", "ACK #8 [4]");
        expect(wanted.equals(answers), wanted.toString(), answers);
    }

    /** Sends an event and insists on its acknowledgement. */
    static void acknowledges(PacketWire wire, String event, String namespace, long id, String arguments) {
        wire.send(event);
        SocketPacket ack;
        try {
            ack = wire.next(ACK, namespace);
        } catch (Violation e) {
            throw new Violation("ACK in " + namespace + " with the id " + id + " for " + event, e.observed());
        }
        expect(ack.id().equals(OptionalLong.of(id)), "the id " + id, ack);
        Echo.expectSame(Json.parse(arguments), ack.data());
    }
}
