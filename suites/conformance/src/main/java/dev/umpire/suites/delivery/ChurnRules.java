package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.io;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.DeparturesEmptyRoom;
import dev.umpire.fixtures.saboteur.delivery.RoomsSurviveDisconnect;
import dev.umpire.fixtures.saboteur.delivery.WrongMemberLeaves;
import dev.umpire.fixtures.wire.Via;
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

/** Rooms: memberships end with their connection, and the coming and going of some is nothing to others. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/")
@Needs(tier = Tier.UMPIRE, capabilities = "rooms")
class ChurnRules {
    private static final int LEAVING = 12;

    @Must(
            id = "SCOPE-ROOM-AFTER-DISCONNECT",
            says = "takes a client out of its rooms when it disconnects, so that it is in none when it connects again",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = RoomsSurviveDisconnect.class,
            seenIn = "RO-01")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/#disconnection")
    void disconnectionEndsMembership(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red);
        Emitted before = cast.emit(cast.alice(), io().to(red));
        cast.reaches(before, cast.bob(), cast.carol()).andNobodyElse();

        cast.bob().disconnect();
        cast.without(cast.bob());
        ClientSocket again = Clients.prerequisite(
                "SIO-CONNECT-CUSTOM", () -> cast.bob().client().connect(cast.namespace(), null));
        cast.joinedBy(again);

        cast.reaches(cast.emit(cast.alice(), io().to(red)), cast.carol())
                .reaches(cast.emit(cast.alice(), io().to(cast.bob().sid())))
                .reaches(cast.emit(cast.alice(), io().to(again.sid())), again)
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-CHURN",
            says = "reaches the settled members of a room, once each, while others join and leave it",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = WrongMemberLeaves.class,
            seenIn = "RB-10")
    void churnDoesNotDisturbSettledMembers(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red);
        ClientSocket[] restless = {
            cast.carol(), cast.joinedBy("erin", Via.WEBSOCKET, cast.namespace()),
        };
        Audience audience = new Audience(clients, List.of(cast.alice(), cast.bob(), cast.dave()));

        for (int i = 0; i < 50; i++) {
            for (ClientSocket socket : restless) {
                String op = i % 2 == 0 ? "join" : "leave";
                socket.ask("umpire", Json.object().put("op", op).set("rooms", Json.of(List.of(red))));
            }
            if (i % 5 == 0) {
                audience.reaches(cast.emit(cast.dave(), io().to(red)), cast.alice(), cast.bob());
            }
        }

        audience.andNobodyElse();
    }

    // socket.io-adapter 2.3.1 fell over members that left a room at the same moment (its issue 74).
    @Must(
            id = "SCOPE-MASS-DEPARTURE",
            says =
                    "reaches those who stay when many members of a room leave it, disconnect or vanish at the same moment",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = DeparturesEmptyRoom.class,
            seenIn = {"RO-05", "RB-10"})
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/#disconnection")
    void manyLeaveAtOnce(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red);
        List<ClientSocket> leaving = new ArrayList<>();
        for (int i = 0; i < LEAVING; i++) {
            leaving.add(clients.socket("leaver-" + i, Via.WEBSOCKET, cast.namespace()));
        }
        leaving.forEach(socket -> cast.join(socket, red));
        for (int i = 0; i < LEAVING; i++) {
            ClientSocket socket = leaving.get(i);
            switch (i % 3) {
                case 0 -> socket.ask("umpire", Json.object().put("op", "leave").set("rooms", Json.of(List.of(red))));
                case 1 -> socket.disconnect();
                default -> socket.client().close();
            }
        }
        Emitted meanwhile = cast.emit(cast.carol(), io().to(red));
        Emitted afterwards = cast.emit(cast.dave(), io().to(red));
        cast.reaches(meanwhile, cast.alice(), cast.bob())
                .reaches(afterwards, cast.alice(), cast.bob())
                .andNobodyElse();
    }
}
