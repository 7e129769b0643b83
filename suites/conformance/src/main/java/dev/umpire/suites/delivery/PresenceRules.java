package dev.umpire.suites.delivery;

import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.delivery.AudienceRemembered;
import dev.umpire.fixtures.saboteur.delivery.DisconnectIgnored;
import dev.umpire.fixtures.saboteur.delivery.GoneStopsDelivery;
import dev.umpire.fixtures.saboteur.delivery.HistoryReplayed;
import dev.umpire.fixtures.saboteur.delivery.StalledPollingBlocks;
import dev.umpire.fixtures.saboteur.delivery.StalledWebSocketBlocks;
import dev.umpire.fixtures.saboteur.delivery.UnjoinedReached;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;

/** Broadcasting events: connected clients are reached; those that are not yet, or no longer, are not. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "broadcasting-events/")
@Needs(tier = Tier.UMPIRE)
class PresenceRules {

    @Must(
            id = "SCOPE-NOT-YET-JOINED",
            says = "delivers no broadcast to a session that has not joined a namespace",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = UnjoinedReached.class,
            seenIn = "ES-12")
    void sessionsWithoutNamespaceAreNotReached(Clients clients) {
        Cast cast = Cast.in(clients, SocketPacket.MAIN);
        PacketWire lurker = clients.packets(clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING);

        Emitted news = cast.emit(cast.alice(), io());

        lurker.expectSilence();
        lurker.send("40");
        SocketPacket first = lurker.next();
        expect(first.type() == CONNECT, "nothing ahead of CONNECT for a session that joins after " + news, first);
        cast.expectOnly(news, cast.alice(), cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "SCOPE-NEWCOMER",
            says = "delivers to a new client what is emitted from then on, and nothing from before",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = {HistoryReplayed.class, AudienceRemembered.class})
    void newcomersAreReachedFromThenOn(Clients clients) {
        Cast cast = Cast.of(clients);
        Emitted before = cast.emit(cast.alice(), io());
        ClientSocket erin = cast.joinedBy("erin", Via.WEBSOCKET, cast.namespace());
        ClientSocket frank = cast.joinedBy("frank", Via.POLLING, cast.namespace());

        Emitted after = cast.emit(cast.alice(), broadcast());

        cast.reaches(before, cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(after, cast.bob(), cast.carol(), cast.dave(), erin, frank)
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-LEFT-NAMESPACE",
            says = "delivers nothing of a namespace to a client that has disconnected from it, and all to the others",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = DisconnectIgnored.class)
    void whoHasLeftIsNotReached(Clients clients) {
        Cast cast = Cast.of(clients);
        ClientSocket elsewhere = Clients.prerequisite(
                "SIO-CONNECT-MAIN", () -> cast.bob().client().connect(SocketPacket.MAIN, null));
        Emitted before = cast.emit(cast.alice(), io());
        cast.reaches(before, cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .andNobodyElse();

        cast.bob().disconnect();
        cast.without(cast.bob());
        // packets of one connection are handled in order: once this is answered, the DISCONNECT was handled
        Arrivals.fence(clients, List.of(elsewhere));
        Emitted after = cast.emit(cast.alice(), io());

        cast.joinedBy(elsewhere);
        cast.expectOnly(after, cast.alice(), cast.carol(), cast.dave());
        expect(
                cast.bob().received(after.event()).isEmpty(),
                "nothing in " + cast.namespace() + " for bob, who has left it",
                cast.bob().received(after.event()));
    }

    @Must(
            id = "SCOPE-GONE-CLIENTS",
            says = "delivers a broadcast to all that remain when others have vanished without a word",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = GoneStopsDelivery.class,
            seenIn = "RO-06")
    void vanishedClientsAreInNobodysWay(Clients clients) {
        Cast cast = Cast.of(clients);
        ClientSocket erin = cast.joinedBy("erin", Via.WEBSOCKET, cast.namespace());
        ClientSocket frank = cast.joinedBy("frank", Via.POLLING, cast.namespace());
        Silent grace = Silent.overWebSocket(clients, cast.namespace());

        for (ClientSocket gone : List.of(erin, frank)) {
            gone.client().close();
            cast.without(gone);
        }
        grace.reset();

        // before the target can have noticed, and after it must have
        for (int i = 0; i < 2; i++) {
            cast.reaches(cast.emit(cast.alice(), io()), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                    .reaches(cast.emit(cast.bob(), broadcast()), cast.alice(), cast.carol(), cast.dave())
                    .andNobodyElse();
        }
    }

    @Must(
            id = "SCOPE-STALLED-WEBSOCKET",
            says = "delivers broadcasts to all others in time while one client does not read what it is sent",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = StalledWebSocketBlocks.class,
            seenIn = {"RO-06", "RO-09", "RB-09"})
    @Needs(
            tier = Tier.UMPIRE,
            transports = Via.WEBSOCKET,
            capabilities = {"rooms"})
    void stalledWebSocketsAreInNobodysWay(Clients clients) {
        Cast cast = Cast.of(clients);
        Silent stalled = Silent.overWebSocket(clients, cast.namespace());
        // ten megabytes: more than the buffers of both kernels take
        cast.carriedOut(cast.alice(), io().to(stalled.sid()).repeated(200, cast.freshEvent(), "x".repeat(50_000)));

        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.reaches(cast.emit(cast.alice(), io()), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.bob(), broadcast()), cast.alice(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.carol(), io().to(red, stalled.sid())), cast.bob())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-STALLED-POLLING",
            says = "delivers broadcasts to all others in time while one client does not poll",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = StalledPollingBlocks.class,
            seenIn = "RO-09")
    @Needs(tier = Tier.UMPIRE, transports = Via.POLLING)
    void stalledPollingIsInNobodysWay(Clients clients) {
        Cast cast = Cast.of(clients);
        Silent.overPolling(clients, cast.namespace());
        cast.carriedOut(cast.dave(), io().repeated(200, cast.freshEvent()));

        cast.reaches(cast.emit(cast.alice(), io()), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.bob(), broadcast()), cast.alice(), cast.carol(), cast.dave())
                .andNobodyElse();
    }
}
