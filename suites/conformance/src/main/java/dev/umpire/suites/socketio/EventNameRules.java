package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.DisconnectEventObeyed;
import dev.umpire.fixtures.saboteur.socketio.EventNamesIgnoreCase;
import dev.umpire.fixtures.saboteur.socketio.EventNamesLowerCased;
import dev.umpire.fixtures.saboteur.socketio.MemberNamedEventCloses;
import dev.umpire.fixtures.saboteur.socketio.NumberedEventCloses;
import dev.umpire.fixtures.saboteur.socketio.PunctuationInNameCloses;
import dev.umpire.fixtures.saboteur.socketio.ReservedEventCrashes;
import dev.umpire.fixtures.saboteur.socketio.UnknownEventCloses;
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

/** Socket.IO v5, "Sending and receiving data": the first item of the payload names the event, whatever the name is. */
@PartOf(Suite.EVENTS)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "sending-and-receiving-data")
@Needs(tier = Tier.ECHO)
class EventNameRules {

    @Should(
            id = "SIO-EVENT-NAME-UNKNOWN",
            says = "goes on serving a client whose event nobody handles",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {UnknownEventCloses.class, EventNamesIgnoreCase.class})
    void ignoresUnknownEvents(Clients clients) {
        servesAfter(clients, "no-such-event", "", " ", "Message", "message ", "ein Ereignis", "👋");
    }

    @Should(
            id = "SIO-EVENT-NAME-PUNCTUATION",
            says = "goes on serving a client whose event has dashes, commas, slashes or digits in its name",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {PunctuationInNameCloses.class, UnknownEventCloses.class},
            seenIn = "PA-01")
    void ignoresOddNames(Clients clients) {
        servesAfter(clients, "a-b", "1-", "/custom,", ",", "{}", "42", "user:1/joined,now-");
    }

    @Should(
            id = "SIO-EVENT-NAME-PROTOTYPE",
            says = "goes on serving a client whose event is named like a member of every object",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {MemberNamedEventCloses.class, UnknownEventCloses.class})
    void ignoresMembersOfObjects(Clients clients) {
        servesAfter(clients, "__proto__", "constructor", "toString", "hasOwnProperty", "getClass", "__init__");
    }

    @Should(
            id = "SIO-EVENT-NAME-INTEGER",
            says = "takes a number for the name of an event",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = NumberedEventCloses.class,
            seenIn = "PA-05")
    void takesANumberForAName(Clients clients) {
        PacketWire wire = clients.joined();
        wire.send("42[7,\"x\"]", "421[\"message-with-ack\"]");
        Optional<SocketPacket> next = wire.nextOrEnd();
        expect(
                next.isPresent() && next.get().ack(),
                "the next event acknowledged after one named 7",
                next.isPresent() ? next.get() : "the end of the session");
    }

    /** The names of a socket's own life; Node's socket.io 4.8.4 closes the connection, others may ignore the event. */
    @Should(
            id = "SIO-EVENT-NAME-RESERVED",
            says = "lets no event of a client pass for connect, disconnect or an error",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {DisconnectEventObeyed.class, ReservedEventCrashes.class},
            seenIn = "PA-04")
    void reservesNames(Clients clients) {
        Bystander bystander = new Bystander(clients);
        for (String name : List.of("connect", "connect_error", "disconnect", "disconnecting", "newListener")) {
            PacketWire wire = clients.joined();
            wire.send("42[\"" + name + "\",\"transport close\"]", "421[\"message-with-ack\",1]");
            Optional<SocketPacket> next = wire.nextOrEnd();
            next.ifPresent(packet ->
                    expect(packet.type() == ACK, "the event \"" + name + "\" ignored or its sender cut off", packet));
        }
        bystander.expectUndisturbed();
    }

    @Must(
            id = "SIO-EVENT-NAME-OUT",
            says = "sends events under the very name that the application chose",
            sabotagedBy = EventNamesLowerCased.class)
    @Needs(tier = Tier.UMPIRE)
    void sendsAnyName(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        for (String name : List.of("a-b", "1-2", "/custom,", "{}", "with \"quotes\"", "ünï", "toString", "7")) {
            clients.command(
                    alice, Json.object().put("op", "emit").put("via", "socket").put("event", name));
            expect(!alice.received(name).isEmpty(), "an event named " + name, alice.received());
        }
    }

    private static void servesAfter(Clients clients, String... names) {
        ClientSocket alice = clients.socket("alice");
        for (String name : names) {
            alice.emit(name, 1, "two");
            Echo.goesOn(alice, "the event \"" + name + '"');
        }
        alice.settle();
        int packets = alice.received().size();
        expect(packets == 1 + names.length, "the greeting and the echoes only", alice.received());
    }
}
