package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.io;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.JoinsCounted;
import dev.umpire.fixtures.saboteur.delivery.LeaveForgetsAllRooms;
import dev.umpire.fixtures.saboteur.delivery.LeaveIgnored;
import dev.umpire.fixtures.saboteur.delivery.RejoinLost;
import dev.umpire.fixtures.saboteur.delivery.StrangerEmptiesRoom;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;

/** Rooms: who joins is reached, who leaves no longer is, and each membership stands by itself. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/#joining-and-leaving")
@Needs(tier = Tier.UMPIRE, capabilities = "rooms")
class MembershipRules {

    @Must(
            id = "SCOPE-ROOM-LEAVE",
            says = "delivers nothing more of a room to a client that has left it",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = LeaveIgnored.class)
    void whoLeavesIsNotReached(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red);

        Emitted before = cast.emit(cast.alice(), io().to(red));
        cast.leave(cast.bob(), red);
        Emitted after = cast.emit(cast.alice(), io().to(red));

        cast.reaches(before, cast.bob(), cast.carol())
                .reaches(after, cast.carol())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-JOIN-TWICE",
            says = "delivers once to a client that joined the room twice, and leaving once suffices",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = JoinsCounted.class)
    void joiningTwiceIsJoiningOnce(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red, red);

        Emitted joined = cast.emit(cast.alice(), io().to(red));
        cast.leave(cast.bob(), red);
        Emitted left = cast.emit(cast.alice(), io().to(red));

        cast.reaches(joined, cast.bob(), cast.carol())
                .reaches(left, cast.carol())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-LEAVE-ONE",
            says = "keeps a client in its other rooms when it leaves one",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = LeaveForgetsAllRooms.class,
            seenIn = "RO-02")
    void leavingOneKeepsTheOthers(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        String green = cast.room("green");
        String blue = cast.room("blue");
        cast.join(cast.bob(), red, green, blue);
        cast.leave(cast.bob(), green);

        cast.reaches(cast.emit(cast.alice(), io().to(red)), cast.bob())
                .reaches(cast.emit(cast.alice(), io().to(green)))
                .reaches(cast.emit(cast.alice(), io().to(blue)), cast.bob())
                .reaches(cast.emit(cast.alice(), io().to(cast.bob().sid())), cast.bob())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-REJOIN",
            says = "reaches a client that left the room and joined it again",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = RejoinLost.class,
            seenIn = "RO-10")
    void whoComesBackIsReached(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        for (int i = 0; i < 10; i++) {
            // neither waits for the other, so that the app carries them out one right after the other
            cast.bob().ask("umpire", Json.object().put("op", "leave").set("rooms", Json.of(List.of(red))));
            cast.join(cast.bob(), red);
        }

        Emitted news = cast.emit(cast.alice(), io().to(red));

        cast.expectOnly(news, cast.bob());
    }

    @Must(
            id = "SCOPE-ROOM-LEAVE-UNJOINED",
            says = "lets a client leave a room that it is not in, without effect on anybody",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = StrangerEmptiesRoom.class)
    void leavingWhatWasNotJoinedIsHarmless(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.leave(cast.carol(), red, cast.room("never-made"));

        cast.reaches(cast.emit(cast.alice(), io().to(red)), cast.bob())
                .reaches(cast.emit(cast.alice(), io()), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .andNobodyElse();
    }
}
