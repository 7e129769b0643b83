package dev.umpire.suites.ordering;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.delivery.HistoryReplayed;
import dev.umpire.fixtures.saboteur.ordering.JoinerStutters;
import dev.umpire.fixtures.saboteur.ordering.LeaverRelapses;
import dev.umpire.fixtures.saboteur.ordering.LongPayloadCut;
import dev.umpire.fixtures.saboteur.ordering.NewcomerStutters;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.delivery.Arrivals;
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

/** Delivery guarantees for a client that is reached by a part of a stream only: that part has no gaps. */
@Heavy
@PartOf(Suite.ORDERING)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-arrival")
@Needs(tier = Tier.UMPIRE)
class BoundaryOrderRules {

    @Must(
            id = "ORDER-LEAVE-PREFIX",
            says = "delivers to a client that leaves the room in the middle of a stream its beginning, without gaps",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = LeaverRelapses.class)
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void whoLeavesGetsABeginning(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.bob(), red);
        cast.join(cast.carol(), red);
        SteadyEmitter stream = new SteadyEmitter(clients, cast, cast.alice(), io().to(red));
        stream.awaitBatches(3);

        cast.leave(cast.bob(), red);

        // the batch that was being emitted may still have reached him; those asked for after it may not
        stream.awaitFreshBatches(1);
        int reachable = stream.emittedSoFar();
        stream.awaitFreshBatches(2);
        int emitted = stream.stop();
        Streams.expectAll(clients, stream.event(), emitted, SteadyEmitter::number, cast.carol());
        Arrivals.settle(clients, List.of(cast.bob()), socket -> true);
        Sequence prefix = Sequence.of(cast.bob(), stream.event(), SteadyEmitter::number);
        prefix.expectUnbroken();
        expect(
                prefix.begins(0) && prefix.isBelow(reachable),
                "bob to receive events 0 to some number below " + reachable,
                prefix);
    }

    @Must(
            id = "ORDER-JOIN-SUFFIX",
            says = "delivers to a client that joins the room in the middle of a stream the rest of it, without gaps",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = JoinerStutters.class)
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void whoJoinsGetsTheRest(Clients clients) {
        Cast cast = Cast.of(clients);
        String red = cast.room("red");
        cast.join(cast.carol(), red);
        SteadyEmitter stream = new SteadyEmitter(clients, cast, cast.alice(), io().to(red));
        stream.awaitBatches(2);

        cast.join(cast.bob(), red);

        stream.awaitFreshBatches(3);
        expectRest(clients, stream, cast.bob());
    }

    @Must(
            id = "ORDER-CONNECT-SUFFIX",
            says =
                    "delivers to a client that connects in the middle of a stream of broadcasts the rest of it, without gaps",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = NewcomerStutters.class)
    void whoConnectsGetsTheRest(Clients clients) {
        Cast cast = Cast.of(clients);
        SteadyEmitter stream = new SteadyEmitter(clients, cast, cast.alice(), broadcast());
        stream.awaitBatches(2);

        ClientSocket erin = cast.joinedBy("erin", Via.WEBSOCKET, cast.namespace());
        ClientSocket frank = cast.joinedBy("frank", Via.POLLING, cast.namespace());

        stream.awaitFreshBatches(3);
        expectRest(clients, stream, erin, frank);
    }

    @Must(
            id = "ORDER-SLOW-POLLER",
            says = "keeps everything, in order, for a client that polls again only after a while",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = LongPayloadCut.class,
            seenIn = {"PO-13", "PO-16"})
    @Needs(
            tier = Tier.UMPIRE,
            transports = Via.POLLING,
            capabilities = {"rooms"})
    void slowPollersLoseNothing(Clients clients) {
        Cast cast = Cast.of(clients);
        SlowPoller poller = SlowPoller.joining(clients, cast.namespace());
        Scope toPoller = io().to(poller.sid());
        String first = cast.freshEvent();
        cast.carriedOut(cast.alice(), toPoller.repeated(1, first, 0));
        Clients.prerequisite("SCOPE-PRIVATE-MESSAGE", () -> {
            poller.pollUntil(first, 1, data -> data.path(1).asLong()).expectAll(1);
            return first;
        });
        String event = cast.freshEvent();

        for (int batch = 0; batch < 10; batch++) {
            cast.carriedOut(cast.alice(), toPoller.repeated(30, event, batch));
            poller.poll();
        }

        poller.pollUntil(
                        event,
                        300,
                        data -> data.path(2).asLong() * 30 + data.path(1).asLong())
                .expectAll(300);
    }

    @Must(
            id = "ORDER-AT-MOST-ONCE",
            says = "does not deliver to a new session what was emitted while the client had none",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = HistoryReplayed.class)
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-arrival")
    void missedEventsAreNotRepeated(Clients clients) {
        Cast cast = Cast.of(clients);
        SteadyEmitter stream = new SteadyEmitter(clients, cast, cast.alice(), broadcast());
        stream.awaitBatches(2);
        cast.dave().client().close();
        cast.without(cast.dave());
        stream.awaitFreshBatches(2);
        int missed = stream.emittedSoFar();

        ClientSocket again = cast.joinedBy("dave", Via.WEBSOCKET, cast.namespace());

        stream.awaitFreshBatches(2);
        int emitted = stream.stop();
        Arrivals.settle(clients, List.of(again), socket -> true);
        Sequence rest = Sequence.of(again, stream.event(), SteadyEmitter::number);
        expect(rest.isFrom(missed), "dave, connected anew, to receive events from " + missed + " on", rest);
        expectRest(emitted, rest);
    }

    /** Insists that clients received a run of events that ends with the last one. */
    private static void expectRest(Clients clients, SteadyEmitter stream, ClientSocket... receivers) {
        int emitted = stream.stop();
        Arrivals.settle(clients, List.of(receivers), socket -> true);
        for (ClientSocket receiver : receivers) {
            expectRest(emitted, Sequence.of(receiver, stream.event(), SteadyEmitter::number));
        }
    }

    private static void expectRest(int emitted, Sequence rest) {
        rest.expectUnbroken();
        expect(
                rest.ends(emitted - 1),
                rest.receiver() + " to receive the rest of the stream, up to event " + (emitted - 1),
                rest);
    }
}
