package dev.umpire.suites.ordering;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;
import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.client.SocketClient;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.ordering.AckBeforeEvents;
import dev.umpire.fixtures.saboteur.ordering.BroadcastsOvertaken;
import dev.umpire.fixtures.saboteur.ordering.DirectEmitsOvertake;
import dev.umpire.fixtures.saboteur.ordering.NamespacesShuffled;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.delivery.Cast;
import dev.umpire.suites.delivery.Scope;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Heavy;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Delivery guarantees: emits of different scopes, acknowledgements and namespaces keep the order of the calls. */
@Heavy
@PartOf(Suite.ORDERING)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
@Needs(tier = Tier.UMPIRE)
class InterleavedOrderRules {

    @Must(
            id = "ORDER-SCOPES-ASKER",
            says = "delivers direct emits, broadcasts and room emits to one client in the order of the calls",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = DirectEmitsOvertake.class,
            seenIn = "OR-03")
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void scopesKeepTheirOrderAtTheAsker(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        for (ClientSocket asker : List.of(cast.alice(), cast.bob(), cast.carol())) {
            cast.join(asker, red);
            List<Scope> scopes =
                    List.of(socket(), io(), io().to(red), socket(), io().to(asker.sid()), io().to(red, asker.sid()));

            String event = askInTurns(cast, asker, scopes, 20);

            Streams.expectAll(clients, event, 20 * scopes.size(), asker);
        }
    }

    @Must(
            id = "ORDER-SCOPES-OTHERS",
            says = "delivers broadcasts, room emits and private messages to another client in the order of the calls",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = BroadcastsOvertaken.class,
            seenIn = "OR-03")
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void scopesKeepTheirOrderAtOthers(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        for (ClientSocket receiver : List.of(cast.bob(), cast.carol(), cast.dave())) {
            cast.join(receiver, red);
            List<Scope> scopes = List.of(
                    io(),
                    broadcast(),
                    io().to(red),
                    socket().to(red),
                    io().to(receiver.sid()),
                    socket().to(red, receiver.sid()),
                    broadcast().to(receiver.sid()));

            String event = askInTurns(cast, cast.alice(), scopes, 20);

            Streams.expectAll(clients, event, 20 * scopes.size(), receiver);
        }
    }

    // promised by the conformance app, from the order of the calls in its handler
    @Must(
            id = "ORDER-EMITS-BEFORE-ACK",
            says = "sends an acknowledgement after the events that were emitted before it was given",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = AckBeforeEvents.class,
            seenIn = {"OR-03", "OR-06"})
    void acknowledgementsDoNotOvertakeEvents(Clients clients) {
        PacketWire wire = clients.joined(clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING);
        String event = clients.event("before");
        for (int id = 0; id < 50; id++) {
            wire.send("42" + id + "[\"umpire\"," + socket().repeated(10, event, id) + "]");
        }

        int[] arrived = new int[50];
        for (int i = 0; i < 50 * 11; i++) {
            SocketPacket packet = wire.next();
            if (packet.ack()) {
                int id = (int) packet.id().orElse(0);
                expect(
                        arrived[id] == 10,
                        "acknowledgement " + id + " after the 10 events of its command",
                        packet + " after " + arrived[id] + " of them");
            } else if (packet.data() != null) {
                arrived[packet.data().path(2).asInt()]++;
            }
        }
    }

    @Must(
            id = "ORDER-NAMESPACES",
            says = "delivers the events of each namespace in order over a connection that is in several",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = NamespacesShuffled.class)
    void namespacesKeepTheirOrder(Clients clients) {
        for (Via via : Via.values()) {
            if (!clients.profile().offers(via)) {
                continue;
            }
            SocketClient client = clients.client("alice-" + via, via);
            List<ClientSocket> sockets = Clients.prerequisite(
                    "SIO-CONNECT-CUSTOM",
                    () -> Stream.of(SocketPacket.MAIN, "/custom", clients.ownNamespace())
                            .distinct()
                            .map(namespace -> client.connect(namespace, null))
                            .toList());
            String event = clients.event("of-" + via);
            for (int i = 0; i < 60; i++) {
                for (ClientSocket socket : sockets) {
                    socket.ask("umpire", socket().command(event, i));
                }
            }

            sockets.forEach(socket -> Streams.expectAll(clients, event, 60, socket));
        }
    }

    /** Asks for numbered emits of all scopes in turns, without waiting in between. */
    private static String askInTurns(Cast cast, ClientSocket asker, List<Scope> scopes, int turns) {
        String event = cast.freshEvent();
        List<JsonNode> commands = IntStream.range(0, turns * scopes.size())
                .<JsonNode>mapToObj(i -> scopes.get(i % scopes.size()).command(event, i))
                .toList();
        List<Long> asked =
                commands.stream().map(command -> asker.ask("umpire", command)).toList();
        for (int i = 0; i < asked.size(); i++) {
            long id = asked.get(i);
            JsonNode answer = Clients.prerequisite("SIO-ACK-ANSWERED", () -> asker.awaitAck(id));
            Clients.carriedOut(commands.get(i), answer.path(0));
        }
        return event;
    }
}
