package dev.umpire.suites.ordering;

import static dev.umpire.suites.delivery.Scope.broadcast;
import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.delivery.Scope.socket;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.ordering.EmitterHearsOthersLate;
import dev.umpire.fixtures.saboteur.ordering.EmittersCross;
import dev.umpire.fixtures.saboteur.ordering.ReceiversHeardLate;
import dev.umpire.suites.delivery.Cast;
import dev.umpire.suites.delivery.Scope;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Harsh;
import dev.umpire.suites.rule.Heavy;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.ArrayList;
import java.util.List;

/** Delivery guarantees with several clients that have events emitted at the same time. */
@Heavy
@Harsh
@PartOf(Suite.ORDERING)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "delivery-guarantees/#message-ordering")
@Needs(tier = Tier.UMPIRE)
class ConcurrentOrderRules {
    private static final int EACH = 200;

    @Must(
            id = "ORDER-EMITTERS-BROADCAST",
            says =
                    "delivers the broadcasts of several simultaneous emitters to everybody in order per emitter, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = EmitterHearsOthersLate.class)
    void emittersDoNotDisturbEachOther(Clients clients) {
        Cast cast = Cast.of(clients);
        List<ClientSocket> emitters = List.of(cast.alice(), cast.bob(), cast.carol());

        List<String> events = emitTogether(cast, emitters, io());

        ClientSocket[] everybody = cast.everybody().toArray(ClientSocket[]::new);
        for (String event : events) {
            Streams.expectAll(clients, event, EACH, everybody);
        }
    }

    @Must(
            id = "ORDER-EMITTERS-ONE-RECEIVER",
            says = "delivers what several emitters send to one client in order per emitter, once each",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = EmittersCross.class,
            seenIn = {"BI-04", "WF-05"})
    @Needs(tier = Tier.UMPIRE, capabilities = "rooms")
    void oneReceiverHearsAllEmitters(Clients clients) {
        Cast cast = Cast.of(clients);
        List<ClientSocket> emitters = List.of(cast.alice(), cast.carol(), cast.dave());
        String bobAlone = cast.room("bob");
        cast.join(cast.bob(), bobAlone);

        List<String> events = emitTogether(cast, emitters, socket().to(bobAlone));

        for (String event : events) {
            Streams.expectAll(clients, event, EACH, cast.bob());
        }
    }

    @Must(
            id = "ORDER-EMITTERS-BOTH-WAYS",
            says = "keeps the order of a client's own events while it receives the broadcasts of another",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = ReceiversHeardLate.class)
    void bothDirectionsKeepTheirOrder(Clients clients) {
        Cast cast = Cast.of(clients);
        SteadyEmitter stream = new SteadyEmitter(clients, cast, cast.alice(), broadcast());
        stream.awaitBatches(1);

        for (int i = 0; i < EACH; i++) {
            cast.carol().emit("message", i);
        }
        stream.awaitFreshBatches(1);

        int emitted = stream.stop();
        Streams.expectAll(clients, "message-back", EACH, cast.carol());
        Streams.expectAll(clients, stream.event(), emitted, SteadyEmitter::number, cast.bob(), cast.carol());
    }

    /** Has every emitter emit a stream in small batches, all at the same time; the events' names, one an emitter. */
    private static List<String> emitTogether(Cast cast, List<ClientSocket> emitters, Scope scope) {
        List<String> events =
                emitters.stream().map(emitter -> cast.freshEvent()).toList();
        List<Long> last = new ArrayList<>();
        for (int number = 0; number < EACH; number++) {
            last.clear();
            for (int i = 0; i < emitters.size(); i++) {
                last.add(emitters.get(i).ask("umpire", scope.command(events.get(i), number)));
            }
        }
        for (int i = 0; i < emitters.size(); i++) {
            ClientSocket emitter = emitters.get(i);
            long id = last.get(i);
            Clients.prerequisite("SIO-ACK-ANSWERED", () -> emitter.awaitAck(id));
        }
        return events;
    }
}
