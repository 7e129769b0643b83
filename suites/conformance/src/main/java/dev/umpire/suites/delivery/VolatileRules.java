package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectSame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.VolatileBytesCut;
import dev.umpire.fixtures.saboteur.delivery.VolatileDropped;
import dev.umpire.fixtures.saboteur.delivery.VolatileHeaderOnly;
import dev.umpire.fixtures.saboteur.delivery.VolatileSticks;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Volatile events: they may be lost when a client is not ready to take them; an idle client on an open WebSocket is
 * ready, so of several that are emitted with pauses in between some must arrive, whole, and at nobody else.
 */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emitting-events/#volatile-events")
@Needs(
        tier = Tier.UMPIRE,
        transports = Via.WEBSOCKET,
        capabilities = {"volatile", "rooms"})
class VolatileRules {
    private static final int TRIES = 10;

    @Should(
            id = "SCOPE-VOLATILE-IDLE",
            says = "delivers volatile emits of every scope to idle clients, once each, and to nobody else",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = VolatileDropped.class,
            seenIn = "VO-02")
    void idleClientsAreReached(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.dave(), red);

        expectSome(clients, cast, io().volatilely(), cast.alice(), cast.carol(), cast.dave());
        expectSome(clients, cast, broadcast().volatilely(), cast.carol(), cast.dave());
        expectSome(clients, cast, io().to(red).volatilely(), cast.dave());
        expectSome(clients, cast, socket().volatilely(), cast.alice());
    }

    @Must(
            id = "SCOPE-VOLATILE-BINARY",
            says = "sends a volatile emit with bytes completely or not at all",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = {VolatileBytesCut.class, VolatileHeaderOnly.class},
            seenIn = "VO-01")
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = {"volatile", "binary"})
    void volatileBytesAreWhole(Clients clients) {
        Cast cast = Cast.of(clients);
        byte[] first = {1, 2, 3};
        byte[] second = {4, 5};
        List<Emitted> emits = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            for (Scope scope : List.of(io().volatilely(), socket().volatilely())) {
                Emitted emit = new Emitted(cast.freshEvent(), cast.alice(), scope);
                emits.add(emit);
                cast.alice().ask("umpire", scope.command(emit.event(), first, "text", second));
                // reads what the emit brings, where the strict decoder stops at a header without its attachments
                Arrivals.fence(clients, List.of(cast.alice()));
            }
        }
        Emitted last = cast.emit(cast.alice(), io(), first);

        cast.expectOnly(last, cast.alice(), cast.bob(), cast.carol(), cast.dave());
        for (Emitted emit : emits) {
            JsonNode wanted = Json.array().add(emit.event()).addAll(Json.list(first, "text", second));
            cast.everybody().stream()
                    .flatMap(socket -> socket.received(emit.event()).stream())
                    .forEach(packet -> expectSame(wanted, packet.data(), "from " + emit));
        }
    }

    @Must(
            id = "SCOPE-VOLATILE-ONE-EMIT",
            says = "delivers every emit that is not volatile although volatile ones are made in between",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = VolatileSticks.class)
    void volatileEndsWithItsEmit(Clients clients) {
        Cast cast = Cast.of(clients);
        List<Scope> scopes = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            scopes.addAll(List.of(io().volatilely(), io(), broadcast().volatilely(), broadcast()));
            scopes.addAll(List.of(socket().volatilely(), socket()));
        }
        Membership membership = new Membership(cast.everybody());
        Audience audience = new Audience(clients, cast.everybody());

        cast.emitAtOnce(List.of(cast.alice(), cast.bob()), scopes).stream()
                .filter(emit -> !emit.scope().mayBeLost())
                .forEach(emit ->
                        audience.reaches(emit, membership.receivers(emit).toArray(ClientSocket[]::new)));

        audience.andNobodyElse();
    }

    private static void expectSome(Clients clients, Cast cast, Scope scope, ClientSocket... receivers) {
        List<Emitted> emits = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            emits.add(cast.emit(cast.alice(), scope));
        }
        // bob polls, and may be between two polls: he may receive all, some or nothing, if he is meant
        List<ClientSocket> judged = List.of(cast.alice(), cast.carol(), cast.dave());
        Arrivals.settle(clients, judged, socket -> true);
        Set<ClientSocket> meant = Set.of(receivers);
        for (ClientSocket socket : judged) {
            int most = emits.stream()
                    .mapToInt(emit -> socket.received(emit.event()).size())
                    .max()
                    .orElse(0);
            expect(
                    most == (meant.contains(socket) ? 1 : 0),
                    meant.contains(socket)
                            ? "some of " + TRIES + ' ' + scope + " to reach idle " + socket.name() + ", once each"
                            : scope + " not to reach " + socket.name(),
                    most == 0 ? "none" : "up to " + most + " copies of one");
        }
    }
}
