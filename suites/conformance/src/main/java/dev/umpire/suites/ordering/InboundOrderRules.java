package dev.umpire.suites.ordering;

import static dev.umpire.fixtures.packet.SocketPacket.Type.ACK;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.SocketEncoder;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.ordering.AcksOvertake;
import dev.umpire.fixtures.saboteur.ordering.BinaryEventsHeardLate;
import dev.umpire.fixtures.saboteur.ordering.HundredthEventUnheard;
import dev.umpire.fixtures.saboteur.ordering.LargeEventsHeardLate;
import dev.umpire.fixtures.saboteur.ordering.PostReversed;
import dev.umpire.fixtures.saboteur.ordering.ProbedEventsUnheard;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Heavy;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Delivery guarantees: events of one client are handled in the order in which it emitted them, each once. */
@Heavy
@PartOf(Suite.ORDERING)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
@Needs(tier = Tier.ECHO)
class InboundOrderRules {
    private static final String BACK = "message-back";

    @Must(
            id = "ORDER-IN-WEBSOCKET",
            says = "handles 1,000 events of one client in order, once each, over WebSocket",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = HundredthEventUnheard.class,
            seenIn = {"OR-01", "OR-02"})
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void handlesFramesInOrder(Clients clients) {
        ClientSocket alice = clients.socket("alice", Via.WEBSOCKET);

        for (int i = 0; i < Streams.MANY; i++) {
            alice.emit("message", i);
        }

        Streams.expectAll(clients, BACK, Streams.MANY, alice);
    }

    @Must(
            id = "ORDER-IN-POLLING",
            says = "handles 1,000 events of one client in order, once each, when they come in several POST requests",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = PostReversed.class,
            seenIn = {"OR-02", "OR-05"})
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void handlesPostsInOrder(Clients clients) {
        ClientSocket alice = clients.socket("alice", Via.POLLING);

        for (int from = 0; from < Streams.MANY; from += 40) {
            post(alice, from, from + 40);
        }

        Streams.expectAll(clients, BACK, Streams.MANY, alice);
    }

    @Must(
            id = "ORDER-IN-UPGRADE",
            says = "handles the events of a client in order, once each, across its upgrade",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = ProbedEventsUnheard.class,
            seenIn = "UP-06")
    @Needs(tier = Tier.ECHO, transports = Via.UPGRADE)
    void handlesEventsAcrossAnUpgrade(Clients clients) {
        ClientSocket alice = clients.socket("alice", Via.POLLING);

        post(alice, 0, 300);
        alice.client().engine().upgrade(() -> {
            post(alice, 300, 500);
            post(alice, 500, 600);
        });
        for (int i = 600; i < Streams.MANY; i++) {
            alice.emit("message", i);
        }

        Streams.expectAll(clients, BACK, Streams.MANY, alice);
    }

    @Must(
            id = "ORDER-IN-SIZES",
            says = "handles large and small events of one client in the order in which it emitted them",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = LargeEventsHeardLate.class)
    void largeEventsDoNotFallBehind(Clients clients) {
        ClientSocket alice = clients.socket("alice");

        for (int i = 0; i < 60; i++) {
            alice.emit("message", i, "x".repeat(i % 2 == 0 ? 10_000 : 1));
        }

        Streams.expectAll(clients, BACK, 60, alice);
    }

    @Must(
            id = "ORDER-IN-BINARY",
            says = "handles events with and without bytes in the order in which the client emitted them",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = BinaryEventsHeardLate.class)
    void bytesDoNotFallBehind(Clients clients) {
        for (Via via : Via.values()) {
            if (clients.profile().offers(via)) {
                ClientSocket client = clients.socket(via.name().toLowerCase(Locale.ROOT), via);
                for (int i = 0; i < 60; i++) {
                    client.emit(
                            "message",
                            i,
                            i % 2 == 0 ? "text" : new byte[] {1, (byte) i},
                            i % 4 == 1 ? new byte[3] : "");
                }
                Streams.expectAll(clients, BACK, 60, client);
            }
        }
    }

    @Should(
            id = "ORDER-IN-ACKS",
            says = "acknowledges the events of one client in order when its handler does so at once",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = AcksOvertake.class,
            seenIn = "OR-04")
    void acknowledgesInOrder(Clients clients) {
        PacketWire wire = clients.joined(clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING);
        for (int i = 0; i < 300; i++) {
            wire.send("42" + i + "[\"message-with-ack\"," + i + "]");
        }

        List<Long> acknowledged = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            SocketPacket answer = wire.next(ACK, SocketPacket.MAIN);
            acknowledged.add(answer.id().orElse(-1));
        }

        new Sequence("the client's list of acknowledgements", acknowledged).expectAll(300);
        wire.expectSilence();
    }

    /** Emits events over polling, all in one request. */
    private static void post(ClientSocket socket, int from, int to) {
        List<EnginePacket> packets = new ArrayList<>();
        for (int i = from; i < to; i++) {
            packets.addAll(SocketEncoder.event(socket.namespace(), OptionalLong.empty(), "message", Json.list(i)));
        }
        socket.client().engine().send(packets);
    }
}
