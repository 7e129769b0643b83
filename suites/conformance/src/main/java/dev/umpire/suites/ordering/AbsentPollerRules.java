package dev.umpire.suites.ordering;

import static dev.umpire.suites.delivery.Scope.io;
import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.ordering.VolatileEventsWait;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.delivery.Cast;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Heavy;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Volatile events: a client with no poll pending is not ready, and what is volatile does not wait for it. */
@Heavy
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emitting-events/#volatile-events")
class AbsentPollerRules {
    private static final int MANY = 100;
    private static final int FEW = 10;

    @Should(
            id = "SCOPE-VOLATILE-NOT-READY",
            says = "keeps no volatile emits for a client that is between two polls, and all others",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = VolatileEventsWait.class,
            seenIn = "VO-03")
    @Needs(
            tier = Tier.UMPIRE,
            transports = Via.POLLING,
            capabilities = {"volatile", "rooms"})
    void volatileEmitsDoNotWait(Clients clients) {
        Cast cast = Cast.of(clients);
        SlowPoller poller = SlowPoller.joining(clients, cast.namespace());
        String lost = cast.freshEvent();
        String kept = cast.freshEvent();
        cast.carriedOut(cast.alice(), io().to(poller.sid()).volatilely().repeated(MANY, lost));
        cast.carriedOut(cast.alice(), io().to(poller.sid()).repeated(FEW, kept));
        poller.pollUntil(kept, FEW, data -> data.path(1).asLong()).expectAll(FEW);
        int arrived = poller.pollUntil(lost, 0, data -> data.path(1).asLong())
                .numbers()
                .size();
        expect(
                arrived < MANY / 2,
                "few or none of " + MANY + " volatile emits that were made while no poll was pending",
                arrived + " of them");
    }
}
