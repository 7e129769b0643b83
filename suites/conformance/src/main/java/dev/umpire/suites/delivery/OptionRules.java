package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.OwnIdAmongRoomsReachesSender;
import dev.umpire.fixtures.saboteur.delivery.RoomsSharedByClients;
import dev.umpire.fixtures.saboteur.delivery.RoomsStick;
import dev.umpire.suites.rule.Authority;
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

/** Broadcasting events: what is chosen for one emit (rooms, exceptions, volatile) belongs to this emit alone. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "broadcasting-events/")
@Needs(
        tier = Tier.UMPIRE,
        capabilities = {"rooms", "except"})
class OptionRules {

    @Must(
            id = "SCOPE-OPTIONS-ONE-EMIT",
            says = "does not carry the rooms or exceptions of one emit over to the next of the same client",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = RoomsStick.class,
            seenIn = {"ES-03", "ES-04"})
    void optionsEndWithTheirEmit(Clients clients) {
        Cast cast = Cast.of(clients);
        Membership membership = new Membership(cast.everybody());
        membership.join(cast, cast.alice(), cast.room("red"));
        membership.join(cast, cast.bob(), cast.room("red"));
        membership.join(cast, cast.carol(), cast.room("blue"));
        List<Scope> scopes = List.of(
                io().to(cast.room("red")),
                io(),
                socket().to(cast.room("blue")),
                socket(),
                broadcast().to(cast.room("red")),
                broadcast(),
                io().except(cast.room("blue")),
                io(),
                broadcast().except(cast.room("red")),
                broadcast(),
                socket());

        expectAsModelled(clients, cast, membership, cast.emitAtOnce(List.of(cast.alice()), scopes));
    }

    @Must(
            id = "SCOPE-OPTIONS-PER-CLIENT",
            says = "does not mix up the rooms and exceptions of emits that several clients ask for at the same time",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = RoomsSharedByClients.class,
            seenIn = {"ES-03", "ES-04"})
    void optionsOfClientsDoNotMix(Clients clients) {
        Cast cast = Cast.of(clients);
        Membership membership = new Membership(cast.everybody());
        membership.join(cast, cast.alice(), cast.room("red"), cast.room("blue"));
        membership.join(cast, cast.bob(), cast.room("red"));
        membership.join(cast, cast.carol(), cast.room("blue"));
        List<Scope> scopes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            scopes.addAll(matrix(cast.room("red"), cast.room("blue")));
        }

        List<ClientSocket> askers = List.of(cast.alice(), cast.carol(), cast.dave());
        expectAsModelled(clients, cast, membership, cast.emitAtOnce(askers, scopes));
    }

    @Must(
            id = "SCOPE-EVERY-COMBINATION",
            says = "reaches the set of clients that follows from every combination of object, rooms and exceptions",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = OwnIdAmongRoomsReachesSender.class)
    void everyCombinationHolds(Clients clients) {
        Cast cast = Cast.of(clients);
        Membership membership = new Membership(cast.everybody());
        membership.join(cast, cast.alice(), cast.room("red"));
        membership.join(cast, cast.bob(), cast.room("red"), cast.room("blue"));
        membership.join(cast, cast.carol(), cast.room("blue"), cast.room("green"));
        List<Scope> scopes = new ArrayList<>(matrix(cast.room("red"), cast.room("blue")));
        scopes.addAll(matrix(cast.room("blue"), cast.room("green")));
        scopes.addAll(matrix(cast.room("green"), cast.bob().sid()));
        scopes.addAll(matrix(cast.carol().sid(), cast.room("red")));

        expectAsModelled(clients, cast, membership, cast.emitAtOnce(List.of(cast.alice(), cast.bob()), scopes));
    }

    /** Every object with and without rooms and exceptions, as far as it makes sense. */
    private static List<Scope> matrix(String room, String other) {
        return Stream.of(io(), broadcast(), socket())
                .flatMap(scope -> Stream.of(
                        scope,
                        scope.to(room),
                        scope.to(room, other),
                        scope.to(room).except(other),
                        scope.via().equals("socket") ? scope : scope.except(other)))
                .toList();
    }

    private static void expectAsModelled(Clients clients, Cast cast, Membership membership, List<Emitted> emits) {
        Audience audience = new Audience(clients, cast.everybody());
        emits.forEach(emit -> audience.reaches(emit, membership.receivers(emit).toArray(ClientSocket[]::new)));
        audience.andNobodyElse();
    }
}
