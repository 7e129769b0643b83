package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT_ERROR;
import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.client.SocketClient;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.connection.EventOfRefusedClientHandled;
import dev.umpire.fixtures.saboteur.connection.GuardClosedToAll;
import dev.umpire.fixtures.saboteur.connection.GuardOpen;
import dev.umpire.fixtures.saboteur.connection.GuardOpenToAnonymous;
import dev.umpire.fixtures.saboteur.connection.RefusalDataLost;
import dev.umpire.fixtures.saboteur.connection.RefusedClientCounted;
import dev.umpire.fixtures.saboteur.connection.RefusedClientHearsBroadcasts;
import dev.umpire.fixtures.saboteur.connection.RefusedForever;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Optional;

/**
 * Documentation, "Middlewares": functions that run for every incoming connection may refuse it, and then the client
 * gets CONNECT_ERROR with the error's message and data, and is in the namespace for nobody.
 */
@PartOf(Suite.CONNECT)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "middlewares/")
@Needs(tier = Tier.UMPIRE, capabilities = "guarded")
class MiddlewareRules {
    private static final String GUARDED = "/guarded";
    private static final String WRONG = "40/guarded,{\"token\":\"wrong\"}";
    private static final String RIGHT = "40/guarded,{\"token\":\"let-me-in\"}";
    private static final int MANY = 16;

    @Must(
            id = "SIO-CONNECT-GUARD",
            says = "refuses the clients that a middleware refuses, and lets the others in",
            authority = DOCUMENTATION,
            sabotagedBy = {GuardOpen.class, GuardOpenToAnonymous.class, GuardClosedToAll.class})
    void asksTheMiddleware(Clients clients) {
        PacketWire wire = clients.packets();
        refused(wire);
        PacketWire anonymous = clients.packets();
        anonymous.send("40/guarded,");
        anonymous.next(CONNECT_ERROR, GUARDED);
        PacketWire welcome = clients.packets();
        welcome.send(RIGHT);
        welcome.next(CONNECT, GUARDED);
    }

    @Must(
            id = "SIO-CONNECT-GUARD-REASON",
            says = "hands a middleware's message and data to the refused client",
            authority = DOCUMENTATION,
            sabotagedBy = RefusalDataLost.class,
            seenIn = "MW-05")
    void handsTheReasonOn(Clients clients) {
        expectEqual(
                Json.parse("{'message':'not authorized','data':{'code':401}}"),
                Optional.ofNullable(tried(clients.packets()).data()).orElse(Json.object()));
    }

    @Must(
            id = "SIO-CONNECT-GUARD-SILENT",
            says = "delivers no broadcast to a client that was refused",
            authority = DOCUMENTATION,
            sabotagedBy = RefusedClientHearsBroadcasts.class,
            seenIn = "MW-03")
    void deliversNothingToARefusedClient(Clients clients) {
        PacketWire refused = clients.packets();
        Joining.join(refused, "/custom");
        tried(refused);
        ClientSocket member = member(clients);
        String secret = clients.event("secret");

        clients.command(member, "{'op':'emit','via':'io','event':'" + secret + "'}");
        member.await(secret);
        refused.send("42/custom,[\"message\",\"fence\"]");

        SocketPacket next = refused.next();
        expect(next.eventName().equals("message-back"), "no broadcast to a client that was refused", next);
        refused.expectSilence();
    }

    /** Others may come and go meanwhile, but hardly as many. */
    @Must(
            id = "SIO-CONNECT-GUARD-COUNT",
            says = "does not count clients that were refused",
            authority = DOCUMENTATION,
            sabotagedBy = {RefusedClientCounted.class, RefusedClientHearsBroadcasts.class},
            seenIn = "MW-03")
    void doesNotCountRefusedClients(Clients clients) {
        Census census = new Census(clients, member(clients));
        int before = census.count();
        for (int i = 0; i < MANY; i++) {
            tried(clients.packets());
        }
        int more = census.count() - before;
        expect(more < MANY / 2, "no more clients after " + MANY + " refusals", more + " more");
    }

    @Should(
            id = "SIO-CONNECT-GUARD-RETRY",
            says = "lets a refused client try again with better credentials on the same connection",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = RefusedForever.class)
    void letsARefusedClientTryAgain(Clients clients) {
        PacketWire wire = clients.packets();
        tried(wire);
        wire.send(RIGHT);
        wire.next(CONNECT, GUARDED);
    }

    /**
     * The answer to such an event would come behind the refusal, or before it; the connection may be closed instead.
     */
    @Must(
            id = "SIO-CONNECT-GUARD-EARLY",
            says = "handles no event that is sent right behind a CONNECT that it refuses",
            authority = DOCUMENTATION,
            sabotagedBy = EventOfRefusedClientHandled.class,
            seenIn = "MW-02")
    void handlesNoEventOfARefusedClient(Clients clients) {
        PacketWire wire = clients.packets();
        wire.send(WRONG, "42/guarded,1[\"message-with-ack\",1]");
        Optional<SocketPacket> first = wire.nextOrEnd();
        if (first.isPresent()) {
            expect(first.get().type() == CONNECT_ERROR, "CONNECT_ERROR or the end of the connection", first.get());
            expectNothingLate(wire);
        }
    }

    private static void expectNothingLate(PacketWire wire) {
        wire.send("40/custom,");
        Optional<SocketPacket> next = wire.nextOrEnd();
        while (next.isPresent() && !next.get().event()) {
            expect(!next.get().ack(), "no acknowledgement for a refused client", next.get());
            next = wire.nextOrEnd();
        }
        if (next.isPresent()) {
            wire.expectSilence();
        }
    }

    private static ClientSocket member(Clients clients) {
        SocketClient client = clients.client("member", clients.via());
        return Clients.prerequisite(
                "SIO-CONNECT-GUARD", () -> client.connect(GUARDED, Json.parse("{'token':'let-me-in'}")));
    }

    /** Is refused as a step on the way. */
    private static SocketPacket tried(PacketWire wire) {
        return Clients.prerequisite("SIO-CONNECT-GUARD", () -> refused(wire));
    }

    private static SocketPacket refused(PacketWire wire) {
        wire.send(WRONG);
        return wire.next(CONNECT_ERROR, GUARDED);
    }
}
