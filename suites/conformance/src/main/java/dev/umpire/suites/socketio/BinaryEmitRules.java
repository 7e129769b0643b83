package dev.umpire.suites.socketio;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.socketio.AttachmentsInterrupted;
import dev.umpire.fixtures.saboteur.socketio.BufferReadOnce;
import dev.umpire.fixtures.saboteur.socketio.NestedBytesConsumed;
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
import java.util.stream.Stream;

/**
 * Socket.IO v5, "Format": a header is followed by its attachments, whole and at once, for every receiver of an emit.
 */
@PartOf(Suite.BINARY)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "format")
@Needs(
        tier = Tier.UMPIRE,
        capabilities = {"binary", "rooms"})
class BinaryEmitRules {
    private static final int MANY = 100;

    @Must(
            id = "SIO-BINARY-BROADCAST",
            says = "sends every receiver of a broadcast the same header and all attachments",
            sabotagedBy = BufferReadOnce.class,
            seenIn = {"BI-01", "BI-15"})
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = "binary",
            transports = {Via.POLLING, Via.WEBSOCKET, Via.UPGRADE})
    void reachesEveryReceiverWhole(Clients clients) {
        String namespace = clients.ownNamespace();
        List<ClientSocket> receivers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (Via via : List.of(Via.POLLING, Via.WEBSOCKET, Via.UPGRADE)) {
                receivers.add(clients.socket(via + "-" + i, via, namespace));
            }
        }
        String picture = clients.event("picture");
        ObjectNode emit = emit("io", picture, 20);
        emit.set("args", Json.array().add(Bytes.pattern(2000, 1)).add("title").add(Bytes.pattern(3, 2)));
        clients.command(clients.socket("sender", clients.via(), namespace), emit);
        receivers.forEach(receiver -> expectAll(receiver, picture, 20, (ArrayNode) emit.get("args")));
    }

    @Must(
            id = "SIO-BINARY-REPEATED",
            says = "sends the same when the application emits the same bytes again",
            sabotagedBy = NestedBytesConsumed.class,
            seenIn = "BI-15")
    void repeatsItself(Clients clients) {
        ClientSocket alice = clients.socket("alice");
        String again = clients.event("again");
        ObjectNode emit = emit("socket", again, 3);
        ObjectNode item = Json.object().put("bytes", Bytes.pattern(9, 1));
        emit.set("args", Json.array().add(item).add(Bytes.pattern(4, 2)));
        clients.command(alice, emit);
        expectAll(alice, again, 3, (ArrayNode) emit.get("args"));
    }

    /** What comes between a header and its last attachment, the receiving client cannot decode. */
    @Must(
            id = "SIO-BINARY-UNBROKEN",
            says = "sends no other message between a header and its last attachment",
            sabotagedBy = AttachmentsInterrupted.class,
            seenIn = {"BI-03", "BI-04", "WF-05"})
    void doesNotInterrupt(Clients clients) {
        for (Via via : List.of(Via.WEBSOCKET, Via.POLLING)) {
            if (clients.profile().offers(via)) {
                receivesFromSeveralAtOnce(clients, via);
            }
        }
    }

    private static void receivesFromSeveralAtOnce(Clients clients, Via via) {
        ClientSocket receiver = clients.socket("receiver-" + via, via);
        List<ClientSocket> senders = Stream.of("bytes-1", "bytes-2", "text-1", "text-2")
                .map(name -> clients.socket(name + '-' + via))
                .toList();
        List<ObjectNode> emits = new ArrayList<>();
        for (ClientSocket sender : senders) {
            ObjectNode emit = emit("io", clients.event(sender.name()), MANY);
            emit.putArray("to").add(receiver.sid());
            ArrayNode args = emit.putArray("args");
            if (sender.name().startsWith("bytes")) {
                args.add(Bytes.pattern(700, 1)).add(Bytes.pattern(0, 0)).add(Bytes.pattern(50, 2));
            } else {
                args.add("text");
            }
            emits.add(emit);
        }
        for (int i = 0; i < senders.size(); i++) {
            senders.get(i).ask("umpire", emits.get(i));
        }
        emits.forEach(emit -> expectAll(receiver, emit.get("event").asText(), MANY, (ArrayNode) emit.get("args")));
    }

    private static ObjectNode emit(String via, String event, int repeat) {
        return Json.object()
                .put("op", "emit")
                .put("via", via)
                .put("event", event)
                .put("repeat", repeat);
    }

    private static void expectAll(ClientSocket receiver, String event, int repeat, ArrayNode arguments) {
        List<SocketPacket> packets = receiver.await(event, repeat);
        expect(packets.size() == repeat, repeat + " events for " + receiver.name(), packets.size());
        for (int i = 0; i < repeat; i++) {
            Echo.expectSame(
                    Json.array().add(event).add(i).addAll(arguments),
                    packets.get(i).data());
        }
    }
}
