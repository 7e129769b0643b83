package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.delivery.EveryoneTwice;
import dev.umpire.fixtures.saboteur.delivery.IoEmitSkipsAsker;
import dev.umpire.fixtures.saboteur.delivery.MessageEventSwallowed;
import dev.umpire.fixtures.saboteur.delivery.PollingAskerIncluded;
import dev.umpire.fixtures.saboteur.delivery.PollingForgotten;
import dev.umpire.fixtures.saboteur.delivery.SenderIncluded;
import dev.umpire.fixtures.saboteur.delivery.SocketEmitReachesEveryone;
import dev.umpire.fixtures.saboteur.delivery.TenReceiversAtMost;
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

/** Emit cheat sheet: {@code io.emit} everyone, {@code socket.broadcast.emit} everyone else, {@code socket.emit} one. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emit-cheatsheet/")
@Needs(tier = Tier.UMPIRE)
class EmitScopeRules {

    @Must(
            id = "SCOPE-IO-EVERYONE",
            says = "delivers io.emit to every client of the namespace, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = {IoEmitSkipsAsker.class, EveryoneTwice.class, PollingForgotten.class})
    void ioReachesEveryone(Clients clients) {
        Cast cast = Cast.in(clients, SocketPacket.MAIN);

        Emitted news = cast.emit(cast.alice(), io());

        cast.expectOnly(news, cast.alice(), cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "SCOPE-BROADCAST-OTHERS",
            sabotagedBy = SenderIncluded.class,
            says = "delivers socket.broadcast.emit to every client but the one that asks",
            authority = Authority.DOCUMENTATION,
            seenIn = "ES-01")
    void broadcastReachesEveryoneElse(Clients clients) {
        Cast cast = Cast.in(clients, SocketPacket.MAIN);

        Emitted news = cast.emit(cast.alice(), broadcast());

        cast.expectOnly(news, cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "SCOPE-SOCKET-ONE",
            says = "delivers socket.emit to that client alone",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = SocketEmitReachesEveryone.class)
    void socketReachesOne(Clients clients) {
        Cast cast = Cast.in(clients, SocketPacket.MAIN);

        Emitted news = cast.emit(cast.alice(), socket());

        cast.expectOnly(news, cast.alice());
    }

    @Must(
            id = "SCOPE-EVERY-ASKER",
            says = "keeps to the scopes whichever transport the asking client uses",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = PollingAskerIncluded.class)
    void scopesHoldForAskersOnEveryTransport(Clients clients) {
        Cast cast = Cast.of(clients);
        Audience audience = new Audience(clients, cast.everybody());

        for (ClientSocket asker : List.of(cast.alice(), cast.bob(), cast.carol())) {
            ClientSocket[] others =
                    cast.everybody().stream().filter(socket -> socket != asker).toArray(ClientSocket[]::new);
            audience.reaches(cast.emit(asker, io()), cast.everybody().toArray(ClientSocket[]::new));
            audience.reaches(cast.emit(asker, broadcast()), others);
            audience.reaches(cast.emit(asker, socket()), asker);
        }

        audience.andNobodyElse();
    }

    @Must(
            id = "SCOPE-MANY-CLIENTS",
            says = "delivers io.emit and socket.broadcast.emit to each of a dozen clients on mixed transports",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = TenReceiversAtMost.class)
    void manyClientsAreReached(Clients clients) {
        Cast cast = Cast.of(clients);
        Via[] ways = Via.values();
        for (int i = 0; i < 8; i++) {
            cast.joinedBy("guest-" + i, ways[i % ways.length], cast.namespace());
        }
        ClientSocket[] others = cast.everybody().stream()
                .filter(socket -> socket != cast.alice())
                .toArray(ClientSocket[]::new);

        cast.reaches(cast.emit(cast.alice(), io()), cast.everybody().toArray(ClientSocket[]::new))
                .reaches(cast.emit(cast.alice(), broadcast()), others)
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-SEND",
            says = "delivers the event \"message\", as io.send() emits it, like any other broadcast",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = MessageEventSwallowed.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-api/#serversendargs")
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces")
    void sendReachesEveryone(Clients clients) {
        Cast cast = Cast.of(clients);

        cast.carriedOut(cast.bob(), broadcast().command("message", "hello"));

        cast.expectOnly(new Emitted("message", cast.bob(), broadcast()), cast.alice(), cast.carol(), cast.dave());
    }
}
