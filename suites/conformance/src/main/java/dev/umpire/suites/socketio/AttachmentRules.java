package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.BINARY_EVENT;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket.Binary;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.AckWithoutNamespace;
import dev.umpire.fixtures.saboteur.socketio.AttachmentCountOfOneOmitted;
import dev.umpire.fixtures.saboteur.socketio.AttachmentsAfterEightLost;
import dev.umpire.fixtures.saboteur.socketio.AttachmentsByPlace;
import dev.umpire.fixtures.saboteur.socketio.AttachmentsCutAtSixtyFourKilobytes;
import dev.umpire.fixtures.saboteur.socketio.AttachmentsReversed;
import dev.umpire.fixtures.saboteur.socketio.BinaryAckWithoutNamespace;
import dev.umpire.fixtures.saboteur.socketio.BytesAsBufferJson;
import dev.umpire.fixtures.saboteur.socketio.DeepBytesLost;
import dev.umpire.fixtures.saboteur.socketio.EmptyBytesAsNull;
import dev.umpire.fixtures.saboteur.socketio.EmptyTextAsNull;
import dev.umpire.fixtures.saboteur.socketio.NamespaceBeforeAttachmentCount;
import dev.umpire.fixtures.saboteur.socketio.NullsAsObjectsBesideBytes;
import dev.umpire.fixtures.saboteur.socketio.PlaceholdersNumberedBackwards;
import dev.umpire.fixtures.saboteur.socketio.RepeatedBytesAsNull;
import dev.umpire.fixtures.saboteur.socketio.VersionThreePrefixExpected;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/**
 * Socket.IO v5, "Format": bytes leave the payload as numbered placeholders and follow it as attachments, in that order.
 */
@PartOf(Suite.BINARY)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "format")
@Needs(tier = Tier.ECHO)
class AttachmentRules {

    @Must(
            id = "SIO-BINARY-ONE",
            says = "handles and sends an event with an attachment",
            sabotagedBy = {AttachmentCountOfOneOmitted.class, BytesAsBufferJson.class})
    void carriesOne(Clients clients) {
        Echo.returns(Bytes.client(clients, clients.via()), "text", new byte[] {1, 2, 3, 4});
    }

    @Must(
            id = "SIO-BINARY-SEVERAL",
            says = "keeps several attachments in their places",
            sabotagedBy = {AttachmentsAfterEightLost.class, AttachmentsReversed.class})
    void carriesSeveral(Clients clients) {
        Object[] arguments = new Object[10];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Bytes.pattern(10 * i + 1, i);
        }
        Echo.returns(Bytes.client(clients, clients.via()), arguments);
    }

    @Must(
            id = "SIO-BINARY-NESTED",
            says = "puts attachments back in the depth of arrays and objects",
            sabotagedBy = {DeepBytesLost.class, AttachmentsReversed.class})
    void carriesNestedBytes(Clients clients) {
        ArrayNode list = Json.array().add("x");
        list.addArray().add(Bytes.pattern(5, 1));
        list.addObject()
                .put("image", Bytes.pattern(6, 2))
                .put("name", "zoë")
                .putArray("more")
                .add(Bytes.pattern(7, 3));
        Echo.returns(Bytes.client(clients, clients.via()), list, "between", Bytes.pattern(8, 4));
    }

    @Must(
            id = "SIO-BINARY-NULLS",
            says = "keeps null and empty values beside attachments",
            sabotagedBy = {NullsAsObjectsBesideBytes.class, EmptyTextAsNull.class},
            seenIn = "BI-16")
    void keepsNullsBesideBytes(Clients clients) {
        ArrayNode list = Json.array().add(Bytes.pattern(3, 1)).addNull();
        Object mixed = Json.object()
                .putNull("nothing")
                .put("bytes", Bytes.pattern(2, 2))
                .put("text", "");
        Echo.returns(Bytes.client(clients, clients.via()), null, mixed, list, false, 0, "");
    }

    @Must(
            id = "SIO-BINARY-EMPTY",
            says = "carries an attachment without a single byte",
            sabotagedBy = EmptyBytesAsNull.class,
            seenIn = "BI-14")
    void carriesNoBytes(Clients clients) {
        ClientSocket alice = Bytes.client(clients, clients.via());
        Echo.returns(alice, new byte[0]);
        Echo.returns(alice, Bytes.pattern(3, 1), new byte[0], Bytes.pattern(3, 2));
    }

    @Must(
            id = "SIO-BINARY-EVERY-BYTE",
            says = "carries every value of a byte, at the beginning and elsewhere",
            sabotagedBy = VersionThreePrefixExpected.class)
    void carriesEveryByte(Clients clients) {
        ClientSocket alice = Bytes.client(clients, clients.via());
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Echo.returns(alice, all, new byte[] {4}, new byte[] {0}, new byte[] {-1, -2, -3}, "b4".getBytes(UTF_8));
    }

    @Must(
            id = "SIO-BINARY-LARGE",
            says = "carries an attachment of 100 kB, or of what the announced maxPayload leaves",
            sabotagedBy = AttachmentsCutAtSixtyFourKilobytes.class,
            seenIn = "WF-02")
    void carriesManyBytes(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        int length = Math.min(100_000, most > 0 ? most / 2 : 100_000);
        ClientSocket alice = Bytes.client(clients, clients.via());
        byte[] bytes = Bytes.pattern(length, 9);
        alice.emit("message", bytes);
        JsonNode back = alice.await("message-back").data();
        boolean same = Json.array().add("message-back").add(bytes).equals(back);
        expect(
                same,
                length + " bytes back as they were",
                back != null && back.path(1) instanceof BinaryNode other
                        ? other.binaryValue().length + " bytes that differ"
                        : "no bytes");
    }

    @Must(
            id = "SIO-BINARY-SAME-TWICE",
            says = "carries the same bytes twice in one event",
            sabotagedBy = RepeatedBytesAsNull.class)
    void carriesTheSameTwice(Clients clients) {
        byte[] bytes = Bytes.pattern(20, 5);
        Echo.returns(Bytes.client(clients, clients.via()), bytes, bytes);
    }

    @Must(
            id = "SIO-BINARY-NAMESPACE",
            says = "carries attachments in another namespace, for an acknowledgement too",
            sabotagedBy = {
                BinaryAckWithoutNamespace.class,
                NamespaceBeforeAttachmentCount.class,
                AckWithoutNamespace.class
            },
            seenIn = {"BI-12", "AC-01"})
    void carriesBytesInANamespace(Clients clients) {
        Bytes.needed(clients);
        ClientSocket alice = clients.socket("alice", clients.via(), "/custom");
        Echo.returns(alice, Bytes.pattern(4, 1), "x");
        long asked = alice.ask("message-with-ack", Bytes.pattern(4, 2), "y");
        try {
            Echo.expectSame(Json.array().add(Bytes.pattern(4, 2)).add("y"), alice.awaitAck(asked));
        } catch (Violation e) {
            throw new Violation("an acknowledgement with the attachment in /custom", e.observed());
        }
    }

    @Must(
            id = "SIO-BINARY-HEADER",
            says = "announces as many attachments as follow, numbered from 0",
            sabotagedBy = {PlaceholdersNumberedBackwards.class, NamespaceBeforeAttachmentCount.class},
            seenIn = "BI-12")
    void writesTheHeader(Clients clients) {
        Bytes.needed(clients);
        String namespace = clients.ownNamespace();
        PacketWire wire = clients.packets();
        Joining.join(wire, namespace);
        String placeholders = "{'_placeholder':true,'num':0},{'_placeholder':true,'num':1}]";
        wire.send("452-" + namespace + ",[\"message\"," + placeholders.replace('\'', '"'));
        wire.send(new byte[] {1, 2, 3});
        wire.send(new byte[] {4, 5, 6});
        String header = nextHeader(wire);
        String start = "52-" + namespace + ",[";
        expect(header.startsWith(start), "a header that begins with " + start, header);
        // behind them, connection state recovery may add its offset
        String arguments = header.substring(start.length() - 1).replaceFirst(",\"[^\"]*\"]$", "]");
        boolean numbered = Json.parse("['message-back'," + placeholders).equals(Json.parse(arguments));
        expect(numbered, "placeholders numbered from 0 in the order of the attachments", header);
        expectEqual(new Binary(new byte[] {1, 2, 3}), wire.engine().next());
        expectEqual(new Binary(new byte[] {4, 5, 6}), wire.engine().next());
    }

    /** Passes over broadcasts of other rules, which share the namespace if the target makes none on demand. */
    private static String nextHeader(PacketWire wire) {
        String message = wire.engine().nextMessage();
        while (message.contains("[\"" + PacketWire.MARK)) {
            int attachments =
                    message.startsWith("5") ? Integer.parseInt(message.substring(1, message.indexOf('-'))) : 0;
            for (int i = 0; i < attachments; i++) {
                wire.engine().next();
            }
            message = wire.engine().nextMessage();
        }
        return message;
    }

    /** The text numbers placeholders in the order of the attachments, but a number is there to be looked up. */
    @Should(
            id = "SIO-BINARY-NUMBERED",
            says = "finds an attachment by its number, not by its place",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = AttachmentsByPlace.class)
    void looksAttachmentsUp(Clients clients) {
        Bytes.needed(clients);
        PacketWire wire = clients.joined();
        wire.send("452-[\"message\",{\"_placeholder\":true,\"num\":1},{\"num\":0,\"_placeholder\":true}]");
        wire.send(new byte[] {1});
        wire.send(new byte[] {2});
        SocketPacket back = wire.next(BINARY_EVENT, MAIN);
        Echo.expectSame(Json.array().add("message-back").add(new byte[] {2}).add(new byte[] {1}), back.data());
    }
}
