package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT_ERROR;
import static dev.umpire.fixtures.packet.SocketPacket.Type.EVENT;
import static dev.umpire.suites.rule.Authority.OFFICIAL_TESTS;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.socketio.Claim.claim;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.AnyConnectPayloadTaken;
import dev.umpire.fixtures.saboteur.connection.EventOfUnknownNamespaceHandled;
import dev.umpire.fixtures.saboteur.connection.RefusalAsText;
import dev.umpire.fixtures.saboteur.connection.RefusalClosesConnection;
import dev.umpire.fixtures.saboteur.connection.RefusalEndsOtherStays;
import dev.umpire.fixtures.saboteur.connection.RefusalWordedOtherwise;
import dev.umpire.fixtures.saboteur.connection.UnknownNamespaceAccepted;
import dev.umpire.fixtures.saboteur.connection.UnknownNamespaceUnanswered;
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

/** Socket.IO v5, "Connection to a namespace": a CONNECT that is not allowed is answered by CONNECT_ERROR. */
@PartOf(Suite.CONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
@Needs(tier = Tier.ECHO)
class RefusalRules {
    private static final String UNKNOWN = "/umpire-knows-no-such-namespace";

    @Must(
            id = "SIO-CONNECT-UNKNOWN",
            says = "answers CONNECT to a namespace that does not exist with CONNECT_ERROR",
            sabotagedBy = {UnknownNamespaceAccepted.class, UnknownNamespaceUnanswered.class},
            seenIn = "NS-06")
    void refusesAnUnknownNamespace(Clients clients) {
        PacketWire wire = clients.packets();
        refused(wire);
        Joining.join(clients.packets(), "/custom");
    }

    @Should(
            id = "SIO-CONNECT-ERROR-MESSAGE",
            says = "says in CONNECT_ERROR, as an object with a message, why it refuses",
            sabotagedBy = RefusalAsText.class)
    void saysWhy(Clients clients) {
        SocketPacket refusal = tried(clients.packets());
        boolean message = refusal.data() != null
                && refusal.data().path("message").isTextual()
                && !refusal.data().path("message").asText().isEmpty();
        expect(message, "CONNECT_ERROR with a message", refusal);
    }

    @Should(
            id = "SIO-CONNECT-UNKNOWN-WORDING",
            says = "refuses an unknown namespace with the message \"Invalid namespace\"",
            authority = OFFICIAL_TESTS,
            sabotagedBy = {RefusalWordedOtherwise.class, RefusalAsText.class})
    void usesTheWordsOfTheOfficialTests(Clients clients) {
        Echo.expectSame(
                Json.parse("{'message':'Invalid namespace'}"),
                tried(clients.packets()).data());
    }

    @Must(
            id = "SIO-CONNECT-ERROR-OTHERS",
            says = "keeps a client in the namespaces that it joined when it refuses another one",
            sabotagedBy = {RefusalEndsOtherStays.class, RefusalClosesConnection.class})
    void keepsTheOtherNamespaces(Clients clients) {
        PacketWire wire = clients.packets();
        Joining.join(wire, MAIN);
        tried(wire);
        wire.send("42[\"message\",1]");
        SocketPacket answer = claim("an answer in / after a refusal elsewhere", () -> wire.next(EVENT, MAIN));
        Echo.expectSame(Json.parse("['message-back',1]"), answer.data());
    }

    @Should(
            id = "SIO-CONNECT-ERROR-RETRY",
            says = "lets a client that was refused join another namespace on the same connection",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = RefusalClosesConnection.class)
    void letsARefusedClientTryAgain(Clients clients) {
        PacketWire wire = clients.packets();
        tried(wire);
        wire.send("40/custom,");
        claim(
                "CONNECT in /custom on a connection that was refused elsewhere",
                () -> wire.next(SocketPacket.Type.CONNECT, "/custom"));
    }

    @Must(
            id = "SIO-CONNECT-ERROR-NO-EVENTS",
            says = "does not handle events to a namespace that it refused",
            sabotagedBy = EventOfUnknownNamespaceHandled.class,
            seenIn = "NS-06")
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "sending-and-receiving-data")
    void handlesNothingAfterARefusal(Clients clients) {
        PacketWire wire = clients.packets();
        tried(wire);
        wire.send("42" + UNKNOWN + ",1[\"message-with-ack\",1]", "40/custom,");
        Optional<SocketPacket> next = wire.nextOrEnd();
        next.ifPresent(packet ->
                expect(!packet.namespace().equals(UNKNOWN), "no answer in a namespace that was refused", packet));
    }

    /** Accepts a closed connection, as Node's socket.io 4.8.4 does it, or CONNECT_ERROR. */
    @Should(
            id = "SIO-CONNECT-PAYLOAD-OBJECT",
            says = "refuses CONNECT whose payload is not an object",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = AnyConnectPayloadTaken.class)
    void refusesAPayloadThatIsNotAnObject(Clients clients) {
        Joining.join(clients.packets(), MAIN);
        for (String payload : List.of("[]", "[{\"token\":\"123\"}]", "\"token\"", "true", "null")) {
            PacketWire wire = clients.packets();
            wire.send("40" + payload);
            Optional<SocketPacket> answer = wire.nextOrEnd();
            answer.ifPresent(packet -> expect(
                    packet.type() == CONNECT_ERROR,
                    "40" + payload + " refused with CONNECT_ERROR or the end of the connection",
                    packet));
        }
    }

    /** Is refused as a step on the way. */
    private static SocketPacket tried(PacketWire wire) {
        return Clients.prerequisite("SIO-CONNECT-UNKNOWN", () -> refused(wire));
    }

    private static SocketPacket refused(PacketWire wire) {
        wire.send("40" + UNKNOWN + ',');
        SocketPacket answer = claim("an answer to CONNECT to an unknown namespace", wire::next);
        boolean refusal = answer.type() == CONNECT_ERROR && answer.namespace().equals(UNKNOWN);
        expect(refusal, "CONNECT_ERROR in " + UNKNOWN, answer);
        return answer;
    }
}
