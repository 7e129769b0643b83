package dev.umpire.suites.ordering;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;
import static dev.umpire.suites.rule.Expect.expectSame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.ordering.BinaryEventsLate;
import dev.umpire.fixtures.saboteur.ordering.FullPipeOverflows;
import dev.umpire.fixtures.saboteur.ordering.HundredthBroadcastLost;
import dev.umpire.fixtures.saboteur.ordering.HundredthEventDoubled;
import dev.umpire.fixtures.saboteur.ordering.HundredthEventLost;
import dev.umpire.fixtures.saboteur.ordering.HundredthRoomEmitDoubled;
import dev.umpire.fixtures.saboteur.ordering.LargeEventsLate;
import dev.umpire.fixtures.saboteur.ordering.LongPayloadDoubles;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.delivery.Cast;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Heavy;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;

/** Delivery guarantees: whatever the transport, events arrive in the order in which they were emitted, at most once. */
@Heavy
@PartOf(Suite.ORDERING)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
@Needs(tier = Tier.UMPIRE)
class OutboundOrderRules {

    @Must(
            id = "ORDER-OUT-WEBSOCKET",
            says = "delivers 1,000 events emitted in a row over WebSocket in order, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = HundredthEventLost.class,
            seenIn = "OR-01")
    @Needs(tier = Tier.UMPIRE, transports = Via.WEBSOCKET)
    void streamsOverWebSocket(Clients clients) {
        expectStream(clients, Via.WEBSOCKET);
    }

    @Must(
            id = "ORDER-OUT-POLLING",
            says = "delivers 1,000 events emitted in a row over polling in order, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = LongPayloadDoubles.class,
            seenIn = {"PO-13", "PO-16", "OR-05"})
    @Needs(tier = Tier.UMPIRE, transports = Via.POLLING)
    void streamsOverPolling(Clients clients) {
        expectStream(clients, Via.POLLING);
    }

    @Must(
            id = "ORDER-OUT-UPGRADED",
            says = "delivers 1,000 events emitted in a row after an upgrade in order, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = HundredthEventDoubled.class)
    @Needs(tier = Tier.UMPIRE, transports = Via.UPGRADE)
    void streamsAfterAnUpgrade(Clients clients) {
        expectStream(clients, Via.UPGRADE);
    }

    @Must(
            id = "ORDER-OUT-BROADCAST",
            says = "delivers 1,000 broadcasts made in a row to every other client in order, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = HundredthBroadcastLost.class)
    void streamsBroadcasts(Clients clients) {
        Cast cast = Cast.of(clients);

        String event = Streams.emit(cast, cast.alice(), broadcast(), Streams.MANY);

        Streams.expectAll(clients, event, Streams.MANY, cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "ORDER-OUT-ROOM",
            says = "delivers 1,000 emits to a room made in a row to every member in order, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = HundredthRoomEmitDoubled.class)
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void streamsToRooms(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red, cast.room("blue"));

        String event = Streams.emit(cast, cast.alice(), io().to(red, cast.room("blue")), Streams.MANY);

        Streams.expectAll(clients, event, Streams.MANY, cast.bob(), cast.carol());
    }

    @Must(
            id = "ORDER-OUT-FULL-PIPES",
            says = "delivers 500 broadcasts of 2 kB made in a row to every client in order, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = FullPipeOverflows.class,
            seenIn = "WF-05")
    void streamsWithFullPipes(Clients clients) {
        Cast cast = Cast.of(clients);

        String event = Streams.emit(cast, cast.bob(), io(), 500, "x".repeat(2_000));

        Streams.expectAll(clients, event, 500, cast.alice(), cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "ORDER-OUT-SIZES",
            says = "delivers large and small events in the order in which they were emitted",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = LargeEventsLate.class)
    void largeEventsDoNotFallBehind(Clients clients) {
        Cast cast = Cast.of(clients);
        String event = cast.freshEvent();
        for (int i = 0; i < 40; i++) {
            cast.alice().ask("umpire", io().command(event, i, "x".repeat(i % 2 == 0 ? 10_000 : 1)));
        }

        Streams.expectAll(clients, event, 40, cast.alice(), cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "ORDER-OUT-BINARY",
            says = "delivers events with and without bytes in the order in which they were emitted, bytes unharmed",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = BinaryEventsLate.class)
    @Needs(tier = Tier.UMPIRE, capabilities = "binary")
    void bytesDoNotFallBehind(Clients clients) {
        Cast cast = Cast.of(clients);
        String event = cast.freshEvent();
        List<JsonNode> wanted = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Object content = i % 3 == 0 ? "text " + i : new byte[] {(byte) i, (byte) (i >> 8), 0x1e};
            Object more = i % 3 == 2 ? new byte[i] : "text";
            wanted.add(Json.array().add(event).addAll(Json.list(i, content, more)));
            cast.alice().ask("umpire", io().command(event, i, content, more));
        }
        ClientSocket[] all = cast.everybody().toArray(ClientSocket[]::new);

        Streams.expectAll(clients, event, wanted.size(), all);

        for (ClientSocket receiver : all) {
            for (int i = 0; i < wanted.size(); i++) {
                SocketPacket got = receiver.received(event).get(i);
                expectSame(wanted.get(i), got.data(), "at " + receiver.name());
            }
        }
    }

    private static void expectStream(Clients clients, Via via) {
        ClientSocket alice = Streams.alone(clients, via);
        String event = clients.event("stream");

        clients.command(alice, socket().repeated(Streams.MANY, event, "payload"));

        Streams.expectAll(clients, event, Streams.MANY, alice);
    }
}
