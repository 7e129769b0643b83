package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.BroadcastToIncludesSender;
import dev.umpire.fixtures.saboteur.delivery.EmptyRoomReachesEveryone;
import dev.umpire.fixtures.saboteur.delivery.IoRoomEmitSkipsAsker;
import dev.umpire.fixtures.saboteur.delivery.RoomsReachEveryone;
import dev.umpire.fixtures.saboteur.delivery.SocketToIncludesSender;
import dev.umpire.fixtures.saboteur.delivery.StrangersReachNoRoom;
import dev.umpire.fixtures.saboteur.delivery.UnionTwice;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Rooms: channels that sockets join and leave, and that only their members are reached by. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/")
@Needs(tier = Tier.UMPIRE, capabilities = "rooms")
class RoomRules {

    @Must(
            id = "SCOPE-ROOM-MEMBERS",
            says = "delivers io.to(room).emit to the members of the room only, the asking client among them",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = {IoRoomEmitSkipsAsker.class, RoomsReachEveryone.class})
    void roomReachesItsMembers(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red);

        Emitted fromInside = cast.emit(cast.alice(), io().to(red));
        Emitted fromOutside = cast.emit(cast.carol(), io().to(red));

        cast.reaches(fromInside, cast.alice(), cast.bob())
                .reaches(fromOutside, cast.alice(), cast.bob())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-UNION",
            says = "delivers an emit to several rooms to the union of their members, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = UnionTwice.class,
            seenIn = "ES-09")
    void roomsReachTheUnion(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        String blue = cast.room("blue");
        String green = cast.room("green");
        cast.join(cast.alice(), red, blue, green);
        cast.join(cast.bob(), red, blue);
        cast.join(cast.carol(), green);

        Emitted toTwo = cast.emit(cast.dave(), io().to(red, blue));
        Emitted toThree = cast.emit(cast.alice(), io().to(red, blue, green));
        Emitted toOthers = cast.emit(cast.alice(), socket().to(green, red, blue));

        cast.reaches(toTwo, cast.alice(), cast.bob())
                .reaches(toThree, cast.alice(), cast.bob(), cast.carol())
                .reaches(toOthers, cast.bob(), cast.carol())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-SENDER-INSIDE",
            says = "delivers socket.to(room).emit to the members of the room but not to the sender, who is one",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = SocketToIncludesSender.class)
    void roomLeavesOutTheSenderInside(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red);

        Emitted ofAlice = cast.emit(cast.alice(), socket().to(red));
        Emitted ofBob = cast.emit(cast.bob(), socket().to(red));

        cast.reaches(ofAlice, cast.bob(), cast.carol())
                .reaches(ofBob, cast.alice(), cast.carol())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-SENDER-OUTSIDE",
            says = "delivers socket.to(room).emit to the members of the room when the sender is none",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = StrangersReachNoRoom.class)
    void roomIsReachedFromOutside(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red);

        Emitted news = cast.emit(cast.alice(), socket().to(red));

        cast.expectOnly(news, cast.bob(), cast.carol());
    }

    @Must(
            id = "SCOPE-ROOM-BROADCAST",
            says = "delivers socket.broadcast.to(room).emit to the members of the room but not to the sender",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = BroadcastToIncludesSender.class)
    void broadcastToARoomLeavesOutTheSender(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red);

        Emitted fromInside = cast.emit(cast.alice(), broadcast().to(red));
        Emitted fromOutside = cast.emit(cast.dave(), broadcast().to(red));

        cast.reaches(fromInside, cast.bob())
                .reaches(fromOutside, cast.alice(), cast.bob())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-WITHOUT-MEMBERS",
            says = "delivers an emit to a room without members to nobody",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = EmptyRoomReachesEveryone.class,
            seenIn = "ES-13")
    void emptyRoomReachesNobody(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");

        Emitted neverJoined = cast.emit(cast.alice(), io().to(red));
        cast.join(cast.bob(), red);
        Emitted joined = cast.emit(cast.alice(), io().to(red));
        cast.leave(cast.bob(), red);
        Emitted deserted = cast.emit(cast.alice(), io().to(red));

        cast.reaches(neverJoined).reaches(joined, cast.bob()).reaches(deserted).andNobodyElse();
    }
}
