package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.engineio.LatePongIgnored;
import dev.umpire.fixtures.saboteur.engineio.PingsEndAfterUpgrade;
import dev.umpire.fixtures.saboteur.engineio.TimeoutLongerThanAnnounced;
import dev.umpire.fixtures.saboteur.engineio.TimeoutTooEarly;
import dev.umpire.fixtures.saboteur.engineio.UpgradeRestartsHeartbeat;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.time.Duration;

/**
 * Engine.IO v4, "Heartbeat" and "Handshake": what the open packet announces is kept, for late pongs and for missing
 * ones, over every transport, and across an upgrade.
 */
@PartOf(Suite.HEARTBEAT)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "heartbeat")
class KeptIntervalRules {
    private static final int ATTEMPTS = 3;

    @Must(
            id = "EIO-PING-AGAIN-UPGRADED",
            sabotagedBy = PingsEndAfterUpgrade.class,
            says = "sends one ping after the other at pingInterval to a session that was upgraded",
            seenIn = "HB-01")
    @Needs(transports = Via.UPGRADE)
    void pingsAgainAfterAnUpgrade(Clients clients) {
        PingRules.expectThreePings(LongLived.join(clients, Via.UPGRADE));
    }

    // engine.io before 4.1.1 began its interval anew: a slow upgrade then went beyond the client's patience.
    @Should(
            id = "EIO-PING-UPGRADE-LATE",
            says =
                    "sends the first ping one pingInterval after the handshake though the session was upgraded meanwhile",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = UpgradeRestartsHeartbeat.class,
            seenIn = "UP-12")
    @Needs(transports = Via.UPGRADE)
    void keepsTheIntervalAcrossAnUpgrade(Clients clients) {
        Timing timing = clients.timing();
        Duration interval = timing.pingInterval();
        Duration latest = interval.multipliedBy(3).dividedBy(2);
        Duration first = Duration.ZERO;
        boolean inTime = true;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LongLived session = LongLived.join(clients, Via.POLLING);
            session.pass(interval.multipliedBy(2).dividedBy(3).minus(session.age()));
            Clients.prerequisite("EIO-UPGRADE-PROBE", () -> {
                session.wire().upgrade();
                return session;
            });
            boolean upgraded = session.age().compareTo(interval) < 0;
            inTime &= upgraded;
            first = session.awaitPing();
            // one that began anew would come later still; one that a busy machine delays, not every time
            if (upgraded && first.compareTo(latest) <= 0) {
                return;
            }
        }
        if (!inTime) {
            throw new Undecided("an upgrade took until the ping was due");
        }
        throw new Violation(
                "the first ping " + interval.toMillis() + " ms after the handshake, upgrade or not",
                "it too late, after " + first.toMillis() + " ms, in each of " + ATTEMPTS + " sessions");
    }

    @Must(
            id = "EIO-PONG-LATE-POLLING",
            says = "keeps a polling session whose pongs come late but within pingTimeout",
            sabotagedBy = {TimeoutTooEarly.class, LatePongIgnored.class},
            seenIn = "HB-04")
    @Needs(transports = Via.POLLING)
    void acceptsLatePongsOverPolling(Clients clients) {
        Duration pingTimeout = clients.timing().pingTimeout();
        LongLived session = LongLived.join(clients, Via.POLLING);
        session.wire().stopAnsweringPings();
        long ping = session.wire().awaitPing();
        try {
            session.pass(pingTimeout.dividedBy(2));
            session.wire().send("3");
            Duration late = Duration.ofNanos(System.nanoTime() - ping);
            if (late.compareTo(pingTimeout.multipliedBy(8).dividedBy(10)) > 0) {
                throw new Undecided("the pong left " + late.toMillis() + " ms after the ping, too late for this rule");
            }
            session.awaitPing();
        } catch (Violation e) {
            throw new Violation(
                    "the next ping, though the pong took half of the " + pingTimeout.toMillis() + " ms it may take",
                    e.observed());
        }
    }

    @Should(
            id = "EIO-TIMEOUT-ANNOUNCED",
            sabotagedBy = TimeoutLongerThanAnnounced.class,
            says = "ends a session without pongs not long after the pingTimeout that it announced",
            authority = Authority.SPECIFICATION)
    @Needs(transports = Via.WEBSOCKET)
    void doesNotWaitLongerThanAnnounced(Clients clients) {
        Timing timing = clients.timing();
        LongLived session = LongLived.join(clients, Via.WEBSOCKET);
        session.wire().stopAnsweringPings();
        Duration latest = timing.pingInterval().plus(timing.pingTimeout().multipliedBy(2));
        boolean ended = session.wire().ending(latest.minus(session.age())).isPresent();
        expect(
                ended,
                "the end of the session " + session.patience().toMillis()
                        + " ms after its beginning, or somewhat later",
                "that it is open after " + session.age().toMillis() + " ms");
    }
}
