package dev.umpire.suites.delivery;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.NoRoomsMeansEveryone;
import dev.umpire.fixtures.saboteur.delivery.OddRoomNamesLost;
import dev.umpire.fixtures.saboteur.delivery.RoomNumbersParsed;
import dev.umpire.fixtures.saboteur.delivery.RoomZeroMeansEveryone;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Rooms: an arbitrary channel has an arbitrary name, and naming none is not naming all. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/")
@Needs(tier = Tier.UMPIRE, capabilities = "rooms")
class RoomNameRules {

    // Node's socket.io 4.8.4 takes an empty list of rooms for "everybody"; the conformance app does not pass it on.
    @Should(
            id = "SCOPE-ROOM-NO-ROOMS",
            says = "delivers an emit that names an empty list of rooms to nobody",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = NoRoomsMeansEveryone.class)
    void noRoomsReachNobody(Clients clients) {
        Cast cast = Cast.of(clients);
        cast.join(cast.bob(), cast.room("red"));

        Emitted ofIo = cast.emit(cast.alice(), io().to());
        Emitted ofSocket = cast.emit(cast.alice(), socket().to());
        Emitted ofBroadcast = cast.emit(cast.alice(), broadcast().to());
        Emitted toARoom = cast.emit(cast.alice(), io().to(cast.room("red")));

        cast.reaches(ofIo)
                .reaches(ofSocket)
                .reaches(ofBroadcast)
                .reaches(toARoom, cast.bob())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-NUMERIC",
            says = "treats rooms whose names look like numbers like any other",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = {RoomZeroMeansEveryone.class, RoomNumbersParsed.class},
            seenIn = "ES-14")
    void numbersAreNames(Clients clients) {
        Cast cast = Cast.of(clients);
        cast.join(cast.alice(), "0");
        cast.join(cast.bob(), "1");
        cast.join(cast.carol(), "00");

        cast.reaches(cast.emit(cast.dave(), io().to("0")), cast.alice())
                .reaches(cast.emit(cast.dave(), socket().to("1")), cast.bob())
                .reaches(cast.emit(cast.dave(), io().to("00")), cast.carol())
                .reaches(cast.emit(cast.alice(), io().to("0", "1")), cast.alice(), cast.bob())
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-ANY-NAME",
            says = "treats any text as the name of a room, with spaces, commas and the words of languages",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = OddRoomNamesLost.class,
            seenIn = "ES-14")
    void anyTextIsAName(Clients clients) {
        Cast cast = Cast.of(clients);
        Audience audience = new Audience(clients, cast.everybody());
        for (String name :
                new String[] {"__proto__", "constructor", "null", "a,b", "/", "r\u00f6d \u8d64 \ud83d\udfe5"}) {
            cast.join(cast.bob(), name);
            audience.reaches(cast.emit(cast.alice(), io().to(name)), cast.bob());
            cast.leave(cast.bob(), name);
            audience.reaches(cast.emit(cast.alice(), io().to(name)));
        }

        audience.andNobodyElse();
    }
}
