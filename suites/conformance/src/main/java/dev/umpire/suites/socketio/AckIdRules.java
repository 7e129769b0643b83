package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.socketio.AckRules.acknowledges;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.socketio.AckArgumentsMixedUp;
import dev.umpire.fixtures.saboteur.socketio.AckIdInOneByte;
import dev.umpire.fixtures.saboteur.socketio.AckIdInThirtyTwoBits;
import dev.umpire.fixtures.saboteur.socketio.AckIdZeroOmitted;
import dev.umpire.fixtures.saboteur.socketio.AckWithFirstArgumentOnly;
import dev.umpire.fixtures.saboteur.socketio.FirstAckRemembered;
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

/** Socket.IO v5, "Acknowledgement": the id is the client's own, any integer, and comes back as it was. */
@PartOf(Suite.ACKNOWLEDGEMENTS)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
@Needs(tier = Tier.ECHO)
class AckIdRules {
    private static final String LARGEST = "9007199254740991";

    @Must(
            id = "SIO-ACK-ID-ZERO",
            says = "acknowledges an event whose id is 0",
            sabotagedBy = AckIdZeroOmitted.class,
            seenIn = "AC-02")
    void answersIdZero(Clients clients) {
        acknowledges(clients.joined(), "420[\"message-with-ack\",\"zero\"]", MAIN, 0, "['zero']");
    }

    @Should(
            id = "SIO-ACK-ID-LARGE",
            says = "acknowledges events whose ids need more than 32 bits",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {AckIdInThirtyTwoBits.class, AckIdInOneByte.class})
    void answersALargeId(Clients clients) {
        PacketWire wire = clients.joined();
        acknowledges(wire, "424294967296[\"message-with-ack\",\"x\"]", MAIN, 1L << 32, "['x']");
        acknowledges(wire, "42" + LARGEST + "[\"message-with-ack\",\"x\"]", MAIN, Long.parseLong(LARGEST), "['x']");
    }

    @Must(
            id = "SIO-ACK-ID-REUSED",
            says = "acknowledges an id again when it comes with another event",
            sabotagedBy = FirstAckRemembered.class)
    void answersAnIdAgain(Clients clients) {
        PacketWire wire = clients.joined();
        acknowledges(wire, "423[\"message-with-ack\",\"first\"]", MAIN, 3, "['first']");
        acknowledges(wire, "423[\"message-with-ack\",\"second\"]", MAIN, 3, "['second']");
    }

    @Must(
            id = "SIO-ACK-SEVERAL",
            says = "gives each of several acknowledgements the arguments of its own event",
            sabotagedBy = {AckArgumentsMixedUp.class, AckWithFirstArgumentOnly.class})
    void keepsSeveralApart(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(alice.ask("message-with-ack", "question " + i, i));
        }
        for (int i = 0; i < ids.size(); i++) {
            JsonNode arguments = alice.awaitAck(ids.get(i));
            boolean own = arguments.equals(Json.parse("['question " + i + "'," + i + "]"));
            expect(own, "the arguments of question " + i + " in its own acknowledgement", arguments);
        }
    }
}
