package dev.umpire.suites.robustness;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.robustness.AckIdsCutShort;
import dev.umpire.fixtures.saboteur.robustness.AcksWithoutArrayIgnored;
import dev.umpire.fixtures.saboteur.robustness.ConnectErrorsIgnored;
import dev.umpire.fixtures.saboteur.robustness.ConnectPayloadsUnread;
import dev.umpire.fixtures.saboteur.robustness.CrashAtConnectError;
import dev.umpire.fixtures.saboteur.robustness.CrashAtDeepJson;
import dev.umpire.fixtures.saboteur.robustness.CrashAtEventName;
import dev.umpire.fixtures.saboteur.robustness.CrashAtHugeAckId;
import dev.umpire.fixtures.saboteur.robustness.CrashAtPrototypeName;
import dev.umpire.fixtures.saboteur.robustness.CrashAtUnaskedAck;
import dev.umpire.fixtures.saboteur.robustness.DeepJsonChokedOn;
import dev.umpire.fixtures.saboteur.robustness.EmptyEventsIgnored;
import dev.umpire.fixtures.saboteur.robustness.EventsObeyedByName;
import dev.umpire.fixtures.saboteur.robustness.EventsOfAnyNameIgnored;
import dev.umpire.fixtures.saboteur.robustness.EventsWithoutArrayIgnored;
import dev.umpire.fixtures.saboteur.robustness.EventsWithoutPayloadIgnored;
import dev.umpire.fixtures.saboteur.robustness.HugeAckIdsChokedOn;
import dev.umpire.fixtures.saboteur.robustness.IllegibleJsonIgnored;
import dev.umpire.fixtures.saboteur.robustness.PrototypeNamesChokedOn;
import dev.umpire.fixtures.saboteur.robustness.UnaskedAcksChokedOn;
import dev.umpire.fixtures.saboteur.robustness.UnknownSocketTypesIgnored;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Harsh;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.time.Duration;

/**
 * Socket.IO v5, "Sending and receiving data", "Acknowledgement" and "Format". The text obliges a server to close the
 * connection on which EVENT has no payload, or one that is no array or empty; what else cannot be read is closed by the
 * official tests or by the reference. A main namespace that refuses a client closes on any event as well.
 */
@Harsh
@PartOf(Suite.MALFORMED_INPUT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "sending-and-receiving-data")
@Needs(transports = Via.WEBSOCKET)
class SocketPacketRules {

    @Should(
            id = "BAD-SOCKET-TYPE",
            says = "closes the connection on which a packet of unknown type arrives",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = UnknownSocketTypesIgnored.class)
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "exchange-protocol")
    void closesOnUnknownTypes(Clients clients) {
        new Offence(clients).closesOn("4abc", "47", "49[\"x\"]", "4-1", "4", "4 2[\"x\"]", "4{}");
    }

    @Must(
            id = "BAD-EVENT-NO-ARRAY",
            says = "closes the connection on which the payload of EVENT is no array",
            sabotagedBy = EventsWithoutArrayIgnored.class,
            seenIn = "PA-03")
    void closesOnAPayloadThatIsNoArray(Clients clients) {
        new Offence(clients).closesOn("42{}", "42{\"0\":\"x\",\"length\":1}", "42null", "42true", "42\"x\"");
    }

    @Must(
            id = "BAD-EVENT-EMPTY-ARRAY",
            says = "closes the connection on which the payload of EVENT is an empty array",
            sabotagedBy = EmptyEventsIgnored.class,
            seenIn = "PA-03")
    void closesOnAnEmptyArray(Clients clients) {
        new Offence(clients).closesOn("42[]", "427[]", "42[ ]");
    }

    // Node's socket.io 4.8.4 keeps the connection open and hands on an event without a name
    @Must(
            id = "BAD-EVENT-NO-PAYLOAD",
            says = "closes the connection on which EVENT comes without a payload",
            sabotagedBy = EventsWithoutPayloadIgnored.class,
            seenIn = "PA-03")
    void closesOnAMissingPayload(Clients clients) {
        new Offence(clients).closesOn("42", "427");
    }

    @Must(
            id = "BAD-EVENT-NO-JSON",
            says = "closes the connection on which the payload of EVENT is not JSON",
            sabotagedBy = IllegibleJsonIgnored.class)
    void closesOnWhatIsNotJson(Clients clients) {
        new Offence(clients).closesOn("42[", "42[\"~x\"", "42[\"~x", "42[\"~x\"]]", "42[\"~x\"]x", "427[\"~x\",{]");
    }

    @Should(
            id = "BAD-EVENT-NAME",
            says = "closes the connection on which an event's name is null, a boolean, an array or an object",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {EventsOfAnyNameIgnored.class, CrashAtEventName.class},
            seenIn = "RB-02")
    void closesOnNamesOfOtherTypes(Clients clients) {
        new Offence(clients)
                .closesOn(
                        "42[null,1]",
                        "42[true]",
                        "42[[]]",
                        "42[{}]",
                        "42[{\"toString\":\"x\"}]",
                        "42[{\"_placeholder\":true,\"num\":0}]");
    }

    @Should(
            id = "BAD-ACK-ID",
            says = "closes the connection on which a packet's acknowledgement id is no number",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = AckIdsCutShort.class)
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
    void closesOnIdsThatAreNoNumbers(Clients clients) {
        new Offence(clients).closesOn("42abc[\"~x\"]", "421a[\"~x\"]", "42-1[\"~x\"]", "421.5[\"~x\"]", "42+1[\"~x\"]");
    }

    @Should(
            id = "BAD-ACK-ID-HUGE",
            says = "survives acknowledgement ids beyond every integer type",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {HugeAckIdsChokedOn.class, CrashAtHugeAckId.class})
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
    void survivesHugeIds(Clients clients) {
        String digits = "9".repeat(400);
        new Offence(clients)
                .containedOn(
                        "422147483648[\"~x\"]",
                        "429223372036854775808[\"~x\"]",
                        "42" + digits + "[\"~x\"]",
                        "43" + digits + "[]");
    }

    @Should(
            id = "BAD-ACK-UNASKED",
            says = "survives an acknowledgement that it did not ask for",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {UnaskedAcksChokedOn.class, CrashAtUnaskedAck.class},
            seenIn = {"AC-07", "RB-04"})
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
    void survivesAcknowledgementsUnasked(Clients clients) {
        new Offence(clients).containedOn("4312345[]", "430[1]", "43[\"x\"]", "43", "437", "460-3[]", "430[null]");
    }

    @Should(
            id = "BAD-ACK-PAYLOAD",
            says = "closes the connection on which the payload of ACK is no array",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = AcksWithoutArrayIgnored.class,
            seenIn = "PA-03")
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "acknowledgement")
    void closesOnAcknowledgementsOfOtherTypes(Clients clients) {
        new Offence(clients).closesOn("431{}", "431null", "431\"x\"", "43{}", "431[");
    }

    @Should(
            id = "BAD-CONNECT-ERROR",
            says = "closes the connection on which a client sends CONNECT_ERROR",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {ConnectErrorsIgnored.class, CrashAtConnectError.class},
            seenIn = {"RB-03", "RB-04"})
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
    void closesOnConnectError(Clients clients) {
        new Offence(clients).closesOn("44{\"message\":\"x\"}", "44\"x\"", "44");
    }

    @Should(
            id = "BAD-CONNECT-PAYLOAD",
            says = "closes the connection on which the payload of CONNECT is no object",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = ConnectPayloadsUnread.class)
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
    void closesOnConnectWithAnotherPayload(Clients clients) {
        new Offence(clients).closesOn("40/bad,[]", "40/bad,\"x\"", "40/bad,{", "40/bad,null", "40/bad,{'x':1}");
    }

    @Should(
            id = "BAD-NAMESPACE-PROTOTYPE",
            says = "survives names of JavaScript's prototypes as namespace, event and key",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {PrototypeNamesChokedOn.class, CrashAtPrototypeName.class})
    @Section(spec = Spec.SOCKET_IO_V5, anchor = "format")
    void survivesPrototypeNames(Clients clients) {
        Offence offence = new Offence(clients);
        for (String name : new String[] {"__proto__", "constructor", "toString", "hasOwnProperty"}) {
            offence.containedOn(
                    "40/" + name + ",", "40/bad,{\"" + name + "\":{\"x\":1}}", "42[\"~x\",{\"" + name + "\":1}]");
            // an application that is not ours might know an event of such a name
            if (clients.profile().tier().includes(Tier.ECHO)) {
                offence.containedOn("42[\"" + name + "\"]");
            }
        }
    }

    @Should(
            id = "BAD-JSON-DEEP",
            says = "survives JSON that is nested ten thousand levels deep",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {DeepJsonChokedOn.class, CrashAtDeepJson.class})
    void survivesDeepJson(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        int depth = Math.min(10_000, most > 0 ? most / 12 : 10_000);
        String arrays = "[".repeat(depth) + "]".repeat(depth);
        String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        new Offence(clients)
                .containedOn("42[\"~x\"," + arrays + "]", "42[\"~x\"," + objects + "]", "42" + "[".repeat(depth));
    }

    @Should(
            id = "BAD-EVENT-RESERVED-NAME",
            says = "does not take an event for what its name says, when the name is one of its own (\"disconnect\", …)",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = EventsObeyedByName.class,
            seenIn = {"PA-04", "RB-03"})
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emit-cheatsheet/")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void isNotFooledByReservedNames(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (String name : new String[] {
            "connect",
            "connect_error",
            "connection",
            "disconnect",
            "disconnecting",
            "newListener",
            "removeListener",
            "error"
        }) {
            ClientSocket socket = clients.socket("sender-of-" + name, Via.WEBSOCKET);
            socket.emit(name, "x");
            try {
                socket.request("message-with-ack", "still here");
            } catch (Violation e) {
                boolean ended = socket.client().engine().ending(Duration.ZERO).isPresent();
                expect(ended, "the end of the connection, or an answer, after the event " + name, e.observed());
            }
        }
        bystander.expectUnharmed("after events with reserved names");
    }
}
