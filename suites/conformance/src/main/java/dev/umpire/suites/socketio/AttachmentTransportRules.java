package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.BINARY_EVENT;
import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.EnginePacket.Binary;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.AttachmentOfEarlierPostOverwritten;
import dev.umpire.fixtures.saboteur.socketio.AttachmentsOvertaken;
import dev.umpire.fixtures.saboteur.socketio.AttachmentsShareABuffer;
import dev.umpire.fixtures.saboteur.socketio.Base64AfterUpgrade;
import dev.umpire.fixtures.saboteur.socketio.EmptyAttachmentUndefined;
import dev.umpire.fixtures.saboteur.socketio.PayloadAttachmentsReversed;
import dev.umpire.fixtures.saboteur.socketio.PayloadLostAfterAttachments;
import dev.umpire.fixtures.saboteur.socketio.VersionThreeBase64Expected;
import dev.umpire.fixtures.saboteur.socketio.VersionThreeBase64Sent;
import dev.umpire.fixtures.saboteur.socketio.VersionThreePrefixSent;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Engine.IO v4, "Packet encoding": an attachment is a binary frame over WebSocket and {@code b} with base64 over
 * polling; however it is cut into frames and requests, it belongs to the header before it.
 */
@PartOf(Suite.BINARY)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "packet-encoding")
@Section(spec = Spec.SOCKET_IO_V5, anchor = "format")
@Needs(tier = Tier.ECHO)
class AttachmentTransportRules {
    private static final String HEADER =
            "452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";

    @Must(
            id = "SIO-BINARY-WEBSOCKET",
            says = "sends and takes attachments over WebSocket as they are",
            sabotagedBy = VersionThreePrefixSent.class,
            seenIn = "BI-02")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void carriesRawBytes(Clients clients) {
        Echo.returns(Bytes.client(clients, Via.WEBSOCKET), Bytes.pattern(5, 2), Bytes.pattern(300, 1));
    }

    @Must(
            id = "SIO-BINARY-POLLING",
            says = "sends and takes attachments over polling in base64",
            sabotagedBy = {
                VersionThreeBase64Sent.class,
                EmptyAttachmentUndefined.class,
                PayloadAttachmentsReversed.class
            },
            seenIn = "BI-14")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void carriesBase64(Clients clients) {
        ClientSocket alice = Bytes.client(clients, Via.POLLING);
        Echo.returns(alice, Bytes.pattern(1, 2), Bytes.pattern(2, 3), Bytes.pattern(300, 1), new byte[0]);
    }

    @Must(
            id = "SIO-BINARY-UPGRADED",
            says = "carries attachments on an upgraded session",
            sabotagedBy = Base64AfterUpgrade.class)
    @Needs(tier = Tier.ECHO, transports = Via.UPGRADE)
    void carriesBytesAfterAnUpgrade(Clients clients) {
        Echo.returns(Bytes.client(clients, Via.UPGRADE), Bytes.pattern(5, 2), Bytes.pattern(300, 1));
    }

    /** Version 3 of the protocol had {@code b4} there, and a server that still looks for the 4 loses a byte. */
    @Must(
            id = "SIO-BINARY-POLLING-EVERY-START",
            says = "takes base64 over polling whatever character it begins with",
            sabotagedBy = VersionThreeBase64Expected.class,
            seenIn = "BI-13")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void takesEveryBase64(Clients clients) {
        ClientSocket alice = Bytes.client(clients, Via.POLLING);
        for (int first = 0; first < 256; first += 32) {
            Object[] arguments = new Object[8];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = new byte[] {(byte) (first + 4 * i), 1, 2};
            }
            Echo.returns(alice, arguments);
        }
    }

    @Must(
            id = "SIO-BINARY-POLLING-ONE-POST",
            says = "takes a header and its attachments out of one polling payload",
            sabotagedBy = {PayloadLostAfterAttachments.class, PayloadAttachmentsReversed.class},
            seenIn = {"PO-03", "BI-17"})
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void takesAllFromOnePayload(Clients clients) {
        Bytes.needed(clients);
        PacketWire wire = clients.joined(Via.POLLING);
        wire.send(
                HEADER, new Binary(new byte[] {1}).encoded(), new Binary(new byte[] {2}).encoded(), "42[\"message\"]");
        expectBack(wire);
        Optional<SocketPacket> after = wire.next(clients.timing().await());
        String observed = after.map(SocketPacket::toString).orElse("nothing");
        expect(observed.equals("EVENT [\"message-back\"]"), "the event after the attachments handled, too", observed);
    }

    @Must(
            id = "SIO-BINARY-POLLING-SEVERAL-POSTS",
            says = "takes a header and its attachments out of several payloads",
            sabotagedBy = AttachmentOfEarlierPostOverwritten.class,
            seenIn = "BI-17")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void takesPiecesFromSeveralPayloads(Clients clients) {
        Bytes.needed(clients);
        PacketWire wire = clients.joined(Via.POLLING);
        wire.send(HEADER);
        wire.send(new byte[] {1});
        wire.send(new byte[] {2});
        expectBack(wire);
    }

    @Must(
            id = "SIO-BINARY-TEXT-ORDER",
            says = "keeps events with and without attachments in their order",
            authority = DOCUMENTATION,
            sabotagedBy = AttachmentsOvertaken.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
    void keepsTheOrder(Clients clients) {
        ClientSocket alice = Bytes.client(clients, clients.via());
        ArrayNode wanted = Json.array();
        for (int i = 0; i < 60; i++) {
            Object argument = i % 3 == 0 ? Bytes.pattern(1 + i * 50, i) : "text " + i;
            alice.emit("message", i, argument);
            wanted.addArray().add("message-back").add(i).add(Json.of(argument));
        }
        ArrayNode got = Json.array();
        alice.await("message-back", wanted.size()).forEach(packet -> got.add(packet.data()));
        Echo.expectSame(wanted, got);
    }

    /**
     * Attachments of several connections come in turns, so that a server that keeps them in one place mixes them up.
     * Over polling a turn has been taken for sure before the next.
     */
    @Must(
            id = "SIO-BINARY-SENDERS",
            says = "gives an attachment to the header of the same connection",
            sabotagedBy = AttachmentsShareABuffer.class,
            seenIn = "BI-05")
    void keepsConnectionsApart(Clients clients) {
        Bytes.needed(clients);
        List<PacketWire> wires = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            boolean polling = i % 2 == 0 && clients.profile().offers(Via.POLLING);
            wires.add(clients.joined(polling ? Via.POLLING : clients.via()));
        }
        wires.forEach(wire -> wire.send(HEADER));
        for (int attachment = 0; attachment < 2; attachment++) {
            for (int i = 0; i < wires.size(); i++) {
                wires.get(i).send(Bytes.pattern(20 + i, 2 * i + attachment));
            }
        }
        for (int i = 0; i < wires.size(); i++) {
            JsonNode own = Json.array()
                    .add("message-back")
                    .add(Bytes.pattern(20 + i, 2 * i))
                    .add(Bytes.pattern(20 + i, 2 * i + 1));
            SocketPacket back = wires.get(i).next(BINARY_EVENT, MAIN);
            expect(own.equals(back.data()), "the bytes of connection " + i + " in its own event: " + own, back);
        }
    }

    private static void expectBack(PacketWire wire) {
        Echo.expectSame(
                Json.array().add("message-back").add(new byte[] {1}).add(new byte[] {2}),
                wire.next(BINARY_EVENT, MAIN).data());
    }
}
