package dev.umpire.suites.delivery;

import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT_ERROR;
import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.SocketClient;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.delivery.CustomHearsMain;
import dev.umpire.fixtures.saboteur.delivery.DynamicNamespacesMerged;
import dev.umpire.fixtures.saboteur.delivery.EventsInEveryNamespace;
import dev.umpire.fixtures.saboteur.delivery.RefusedStaysJoined;
import dev.umpire.fixtures.saboteur.delivery.RoomHasOneNamespace;
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

/** Namespaces: each has its own clients and rooms, and an emit in one is none of another's business. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "namespaces/")
@Needs(tier = Tier.UMPIRE)
class NamespaceScopeRules {

    @Must(
            id = "SCOPE-OTHER-NAMESPACE",
            says = "delivers the broadcasts of one namespace to no client that is in another one only",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = CustomHearsMain.class)
    void namespacesAreApart(Clients clients) {
        Cast cast = Cast.in(clients, SocketPacket.MAIN);
        ClientSocket erin = cast.joinedBy("erin", Via.WEBSOCKET, "/custom");
        ClientSocket frank = cast.joinedBy("frank", Via.POLLING, "/custom");

        cast.reaches(cast.emit(cast.alice(), io()), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.alice(), broadcast()), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(erin, io()), erin, frank)
                .reaches(cast.emit(frank, broadcast()), erin)
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-BOTH-NAMESPACES",
            says = "delivers a broadcast once to a connection that is in several namespaces, in the one it was made in",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = EventsInEveryNamespace.class)
    void oneConnectionKeepsNamespacesApart(Clients clients) {
        Cast cast = Cast.of(clients);
        // without namespaces on demand the cast is in /custom itself
        String second = cast.bob().namespace().equals("/custom") ? SocketPacket.MAIN : "/custom";
        ClientSocket also = Clients.prerequisite(
                "SIO-CONNECT-CUSTOM", () -> cast.bob().client().connect(second, null));
        cast.joinedBy(also);
        ClientSocket alone = cast.joinedBy("erin", Via.WEBSOCKET, second);

        cast.reaches(cast.emit(cast.alice(), io()), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(cast.bob(), broadcast()), cast.alice(), cast.carol(), cast.dave())
                .reaches(cast.emit(alone, io()), alone, also)
                .reaches(cast.emit(also, broadcast()), alone)
                .reaches(cast.emit(also, socket()), also)
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-DYNAMIC-NAMESPACES",
            says = "keeps the clients of namespaces made on demand apart",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = DynamicNamespacesMerged.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "namespaces/#dynamic-namespaces")
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces")
    void dynamicNamespacesAreApart(Clients clients) {
        Cast cast = Cast.of(clients);
        String other = clients.ownNamespace();
        ClientSocket erin = cast.joinedBy("erin", Via.WEBSOCKET, other);
        ClientSocket frank = cast.joinedBy("frank", Via.POLLING, other);

        cast.reaches(cast.emit(cast.alice(), io()), cast.alice(), cast.bob(), cast.carol(), cast.dave())
                .reaches(cast.emit(erin, io()), erin, frank)
                .reaches(cast.emit(frank, broadcast()), erin)
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-ROOM-PER-NAMESPACE",
            says = "takes rooms of one name in several namespaces for different rooms",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = RoomHasOneNamespace.class,
            seenIn = {"ES-07", "ES-08"})
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "namespaces/#introduction")
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void roomsBelongToTheirNamespace(Clients clients) {
        Cast cast = Cast.in(clients, SocketPacket.MAIN);
        String own = clients.ownNamespace();
        String red = cast.room("red");
        ClientSocket erin = cast.joinedBy("erin", Via.WEBSOCKET, own);
        ClientSocket frank = cast.joinedBy("frank", Via.POLLING, own);
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red);
        cast.join(erin, red);
        cast.join(frank, red);

        Emitted inMain = cast.emit(cast.alice(), io().to(red));
        Emitted inOwn = cast.emit(erin, socket().to(red));
        cast.leave(frank, red);
        Emitted afterLeaving = cast.emit(cast.alice(), io().to(red));

        cast.reaches(inMain, cast.bob(), cast.carol())
                .reaches(inOwn, frank)
                .reaches(afterLeaving, cast.bob(), cast.carol())
                .reaches(cast.emit(erin, io().to(red)), erin)
                .andNobodyElse();
    }

    @Must(
            id = "SCOPE-REFUSED-CLIENT",
            says = "delivers nothing to a client whose connection to the namespace was refused",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = RefusedStaysJoined.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "middlewares/")
    @Needs(tier = Tier.UMPIRE, capabilities = "guarded")
    void refusedClientsAreNotReached(Clients clients) {
        JsonNode token = Json.parse("{'token':'let-me-in'}");
        ClientSocket alice = someone(clients, "alice").connect("/guarded", token);
        ClientSocket bob = someone(clients, "bob").connect("/guarded", token);
        SocketClient refused = someone(clients, "mallory");
        refused.wire().send("40/guarded,{\"token\":\"wrong\"}");
        refused.wire().next(CONNECT_ERROR, "/guarded");
        ClientSocket mallory = refused.connect(SocketPacket.MAIN, null);
        Emitted toAll = new Emitted(clients.event("all"), alice, io());
        Emitted toOthers = new Emitted(clients.event("others"), alice, broadcast());

        clients.command(alice, toAll.scope().command(toAll.event()));
        clients.command(alice, toOthers.scope().command(toOthers.event()));

        new Audience(clients, List.of(alice, bob, mallory))
                .reaches(toAll, alice, bob)
                .reaches(toOthers, bob)
                .andNobodyElse();
    }

    private static SocketClient someone(Clients clients, String name) {
        return clients.client(name, clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING);
    }
}
