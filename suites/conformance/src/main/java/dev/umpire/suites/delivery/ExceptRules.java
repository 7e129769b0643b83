package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.BroadcastExceptIgnored;
import dev.umpire.fixtures.saboteur.delivery.EmptyExceptReachesNobody;
import dev.umpire.fixtures.saboteur.delivery.ExceptIdIgnored;
import dev.umpire.fixtures.saboteur.delivery.IoExceptIgnored;
import dev.umpire.fixtures.saboteur.delivery.IoRoomExceptIgnored;
import dev.umpire.fixtures.saboteur.delivery.OneExceptOnly;
import dev.umpire.fixtures.saboteur.delivery.SocketRoomExceptIgnored;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Broadcasting events: {@code except} leaves out the members of rooms, at every level that can emit. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emit-cheatsheet/")
@Needs(
        tier = Tier.UMPIRE,
        capabilities = {"rooms", "except"})
class ExceptRules {

    @Must(
            id = "SCOPE-EXCEPT-IO",
            says = "delivers io.except(room).emit to everybody but the members of the room",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = IoExceptIgnored.class,
            seenIn = "ES-05")
    void ioLeavesOutARoom(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);

        Emitted fromOutside = cast.emit(cast.alice(), io().except(red));
        Emitted fromInside = cast.emit(cast.bob(), io().except(red));

        cast.reaches(fromOutside, cast.alice(), cast.carol(), cast.dave())
                .reaches(fromInside, cast.alice(), cast.carol(), cast.dave())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-EXCEPT-BROADCAST",
            says =
                    "delivers socket.broadcast.except(room).emit to everybody but the sender and the members of the room",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = BroadcastExceptIgnored.class,
            seenIn = "ES-05")
    void broadcastLeavesOutARoom(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);

        Emitted fromOutside = cast.emit(cast.alice(), broadcast().except(red));
        Emitted fromInside = cast.emit(cast.bob(), broadcast().except(red));

        cast.reaches(fromOutside, cast.carol(), cast.dave())
                .reaches(fromInside, cast.alice(), cast.carol(), cast.dave())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-EXCEPT-TO",
            says = "delivers io.to(room).except(other).emit to members of the one that are not in the other",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = IoRoomExceptIgnored.class,
            seenIn = "ES-05")
    void ioToARoomLeavesOutAnother(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        String blue = cast.room("blue");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red, blue);
        cast.join(cast.carol(), blue);

        cast.reaches(cast.emit(cast.dave(), io().to(red).except(blue)), cast.alice())
                .reaches(cast.emit(cast.dave(), io().to(red, blue).except(blue)), cast.alice())
                .reaches(cast.emit(cast.dave(), io().to(blue).except(red)), cast.carol())
                .reaches(cast.emit(cast.dave(), io().to(red).except(red)))
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-EXCEPT-SOCKET",
            says =
                    "delivers socket.to(room).except(other).emit to members of the one that are not in the other, nor the sender",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = SocketRoomExceptIgnored.class)
    void socketToARoomLeavesOutAnother(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        String blue = cast.room("blue");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red, blue);

        cast.reaches(cast.emit(cast.alice(), socket().to(red).except(blue)), cast.bob())
                .reaches(cast.emit(cast.alice(), broadcast().to(red).except(blue)), cast.bob())
                .reaches(cast.emit(cast.dave(), socket().to(red).except(blue)), cast.alice(), cast.bob())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-EXCEPT-SEVERAL",
            says = "leaves out the members of every room named in except",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = OneExceptOnly.class)
    void severalRoomsAreLeftOut(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        String blue = cast.room("blue");
        String green = cast.room("green");
        cast.join(cast.alice(), green);
        cast.join(cast.bob(), red, green);
        cast.join(cast.carol(), blue, green);

        cast.reaches(cast.emit(cast.dave(), io().except(red, blue)), cast.alice(), cast.dave())
                .reaches(cast.emit(cast.dave(), broadcast().except(red, blue)), cast.alice())
                .reaches(cast.emit(cast.dave(), io().to(green).except(red, blue)), cast.alice())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-EXCEPT-WITHOUT-MEMBERS",
            says = "leaves out nobody for the sake of a room without members",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = EmptyExceptReachesNobody.class)
    void emptyRoomLeavesOutNobody(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        String blue = cast.room("blue");
        cast.join(cast.bob(), red);

        cast.reaches(cast.emit(cast.alice(), io().except(blue)), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.alice(), io().to(red).except(blue)), cast.bob())
                .reaches(cast.emit(cast.alice(), io().except(red)), cast.alice(), cast.carol(), cast.dave())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-EXCEPT-ID",
            says = "leaves out a single client whose id is named in except",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = ExceptIdIgnored.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/#default-room")
    void oneClientIsLeftOutByItsId(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.alice(), red);
        cast.join(cast.bob(), red);

        cast.reaches(cast.emit(cast.alice(), io().except(cast.bob().sid())), cast.alice(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.alice(), broadcast().except(cast.carol().sid())), cast.bob(), cast.dave())
                .reaches(cast.emit(cast.dave(), io().to(red).except(cast.alice().sid())), cast.bob())
                .andNobodyElse();
    }
}
