package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.IdAndRoomTwice;
import dev.umpire.fixtures.saboteur.delivery.OwnIdReachesSender;
import dev.umpire.fixtures.saboteur.delivery.OwnRoomMissing;
import dev.umpire.fixtures.saboteur.delivery.RoomMembersMissBroadcasts;
import dev.umpire.fixtures.saboteur.delivery.SenderKnownByOwnRoom;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Rooms, "Default room": every socket is in a room of its own id, which makes private messages possible. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/#default-room")
@Needs(tier = Tier.UMPIRE, capabilities = "rooms")
class OwnRoomRules {

    @Must(
            id = "SCOPE-PRIVATE-MESSAGE",
            says = "delivers an emit to the id of a socket to that socket alone",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = OwnRoomMissing.class)
    void socketIdIsARoom(Clients clients) {
        Cast cast = Cast.of(clients);

        cast.reaches(cast.emit(cast.alice(), io().to(cast.bob().sid())), cast.bob())
                .reaches(cast.emit(cast.alice(), socket().to(cast.carol().sid())), cast.carol())
                .reaches(cast.emit(cast.bob(), broadcast().to(cast.alice().sid())), cast.alice())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-OWN-ID",
            says = "delivers io.to(own id).emit to the asking client, and socket.to(own id).emit to nobody",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = OwnIdReachesSender.class)
    void ownIdReachesOneselfOnlyThroughIo(Clients clients) {
        Cast cast = Cast.of(clients);
        String own = cast.alice().sid();

        cast.reaches(cast.emit(cast.alice(), io().to(own)), cast.alice())
                .reaches(cast.emit(cast.alice(), socket().to(own)))
                .reaches(cast.emit(cast.alice(), broadcast().to(own)))
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-SEVERAL-IDS",
            says = "delivers an emit to several socket ids and a room to each of these clients once",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = IdAndRoomTwice.class)
    void idsAndRoomsMix(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red);

        Emitted news = cast.emit(
                cast.alice(), io().to(red, cast.bob().sid(), cast.dave().sid()));

        cast.expectOnly(news, cast.bob(), cast.carol(), cast.dave());
    }

    // Node's socket.io 4.8.4 leaves out the sender by the room of its id: once that room is left, the sender receives
    // its own broadcast. The documentation promises "everyone but the sender" without such a condition.
    @Should(
            id = "SCOPE-BROADCAST-OWN-ID-LEFT",
            says = "leaves the sender out of its broadcasts even if it has left the room of its own id",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = SenderKnownByOwnRoom.class,
            seenIn = "ES-02")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "broadcasting-events/")
    void senderIsLeftOutWhateverItsRooms(Clients clients) {
        Cast cast = Cast.of(clients);
        cast.leave(cast.alice(), cast.alice().sid());

        Emitted news = cast.emit(cast.alice(), broadcast());

        cast.expectOnly(news, cast.bob(), cast.carol(), cast.dave());
    }

    @Must(
            id = "SCOPE-BROADCAST-WITHOUT-ROOMS",
            says = "delivers io.emit and socket.broadcast.emit to clients whatever rooms they joined",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = RoomMembersMissBroadcasts.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "broadcasting-events/")
    void broadcastsDoNotDependOnRooms(Clients clients) {
        Cast cast = Cast.of(clients);
        cast.join(cast.alice(), cast.room("red"), cast.room("blue"));
        cast.join(cast.bob(), cast.room("red"), cast.room("blue"));
        cast.join(cast.carol(), cast.room("green"));

        cast.reaches(cast.emit(cast.alice(), io()), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.alice(), broadcast()), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.alice(), socket()), cast.alice())
                .andNobodyElse();
    }
}
