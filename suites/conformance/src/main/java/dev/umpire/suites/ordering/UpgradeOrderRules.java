package dev.umpire.suites.ordering;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;
import static dev.umpire.suites.rule.Expect.expectSame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.ordering.UpgradeCutsBytes;
import dev.umpire.fixtures.saboteur.ordering.UpgradeDoublesEvent;
import dev.umpire.fixtures.saboteur.ordering.UpgradeLosesEvent;
import dev.umpire.fixtures.saboteur.ordering.UpgradesDisturbBystanders;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.delivery.Cast;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Heavy;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/**
 * Delivery guarantees, while a session is upgraded: nothing is lost, doubled or overtaken when the transport changes.
 */
@Heavy
@PartOf(Suite.ORDERING)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
@Section(spec = Spec.ENGINE_IO_V4, anchor = "upgrade")
@Needs(tier = Tier.UMPIRE, transports = Via.UPGRADE)
class UpgradeOrderRules {

    @Must(
            id = "ORDER-UPGRADE-STREAM",
            says = "delivers a stream of events to a client in order, once each, while it upgrades in the middle of it",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = UpgradeLosesEvent.class,
            seenIn = "UP-05")
    void streamSurvivesAnUpgrade(Clients clients) {
        Cast cast = Cast.of(clients);
        SteadyEmitter stream = new SteadyEmitter(clients, cast, cast.alice(), io());
        stream.awaitBatches(3);

        upgrade(cast.bob(), () -> stream.awaitFreshBatches(2));

        stream.awaitFreshBatches(3);
        int emitted = stream.stop();
        Streams.expectAll(clients, stream.event(), emitted, SteadyEmitter::number, cast.bob(), cast.carol());
    }

    @Must(
            id = "ORDER-UPGRADE-PROBED",
            says =
                    "delivers events in order, once each, that are emitted before, during and after the probe of an upgrade",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = UpgradeDoublesEvent.class,
            seenIn = "UP-06")
    void eventsAroundTheProbeKeepTheirOrder(Clients clients) {
        ClientSocket alice = Streams.alone(clients, Via.POLLING);
        String event = clients.event("around");

        int[] next = {0};
        Runnable emits = () -> {
            for (int i = 0; i < 20; i++) {
                alice.ask("umpire", socket().command(event, next[0]++));
            }
        };
        emits.run();
        upgrade(alice, emits);
        emits.run();

        Streams.expectAll(clients, event, next[0], alice);
    }

    @Must(
            id = "ORDER-UPGRADE-BINARY",
            says = "keeps events with bytes whole and in order while the receiving client upgrades",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = UpgradeCutsBytes.class)
    @Needs(tier = Tier.UMPIRE, transports = Via.UPGRADE, capabilities = "binary")
    void bytesSurviveAnUpgrade(Clients clients) {
        Cast cast = Cast.of(clients);
        String event = cast.freshEvent();
        byte[] picture = new byte[1_000];

        cast.carriedOut(cast.alice(), broadcast().command(event, 0, picture, "text", picture));
        upgrade(cast.bob(), () -> {
            for (int i = 1; i < 30; i++) {
                cast.carriedOut(cast.alice(), broadcast().command(event, i, picture, "text", picture));
            }
        });
        cast.carriedOut(cast.alice(), broadcast().command(event, 30, picture, "text", picture));

        Streams.expectAll(clients, event, 31, cast.bob(), cast.carol());
        JsonNode wanted = Json.array().addAll(Json.list(picture, "text", picture));
        for (SocketPacket packet : cast.bob().received(event)) {
            JsonNode data = packet.data() == null ? Json.array() : packet.data();
            JsonNode content = Json.array().add(data.path(2)).add(data.path(3)).add(data.path(4));
            expectSame(wanted, content, "in event " + data.path(1) + " at bob");
        }
    }

    @Must(
            id = "ORDER-UPGRADE-EVERYBODY",
            says = "delivers a stream to all clients in order, once each, while several of them upgrade",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = UpgradesDisturbBystanders.class,
            seenIn = "UP-05")
    void severalUpgradesDoNotDisturbAStream(Clients clients) {
        Cast cast = Cast.of(clients);
        ClientSocket erin = cast.joinedBy("erin", Via.POLLING, cast.namespace());
        ClientSocket frank = cast.joinedBy("frank", Via.POLLING, cast.namespace());
        SteadyEmitter stream = new SteadyEmitter(clients, cast, cast.alice(), broadcast());
        stream.awaitBatches(2);

        upgrade(cast.bob(), () -> upgrade(erin, () -> upgrade(frank, () -> stream.awaitFreshBatches(2))));

        stream.awaitFreshBatches(2);
        int emitted = stream.stop();
        Streams.expectAll(
                clients,
                stream.event(),
                emitted,
                SteadyEmitter::number,
                cast.bob(),
                cast.carol(),
                cast.dave(),
                erin,
                frank);
    }

    private static void upgrade(ClientSocket socket, Runnable whileProbed) {
        Clients.prerequisite("EIO-UPGRADE-PROBE", () -> {
            socket.client().engine().upgrade(whileProbed);
            return socket;
        });
    }
}
