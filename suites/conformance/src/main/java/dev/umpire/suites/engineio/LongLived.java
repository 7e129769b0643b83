package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.EngineWire;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;
import java.util.List;

/** A session that lasts longer than the time a server gives clients to join, with a clock that ran before it began. */
final class LongLived {
    private static final List<String> ORDINALS = List.of("first", "second", "third");

    private final long began = System.nanoTime();
    private final EngineWire wire;
    private final Timing timing;
    private int pings;

    /**
     * Opens a session and joins the main namespace.
     *
     * @throws NotApplicable if the target lets no stranger in, so that none of its sessions lasts
     */
    static LongLived join(Clients clients, Via via) {
        return Pace.briskly(clients.timing(), () -> new LongLived(clients, via));
    }

    private LongLived(Clients clients, Via via) {
        this.timing = clients.timing();
        PacketWire packets = clients.packets(via);
        this.wire = packets.engine();
        Clients.prerequisite("SIO-CONNECT-MAIN", () -> {
            packets.send("40");
            SocketPacket answer = packets.next();
            if (answer.type() == SocketPacket.Type.CONNECT_ERROR) {
                throw new NotApplicable("the target lets no stranger into the main namespace");
            }
            return answer;
        });
    }

    /** Time since before the handshake; never less than the server can have seen. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Waits for a ping and says how old the session was then. */
    Duration awaitPing() {
        pings++;
        return Duration.ofNanos(wire.awaitPing() - began);
    }

    /**
     * Waits for one of the first three pings, which may not come before its time: as many intervals after the handshake
     * as there were pings, this one included. The time since the ping before would not do: that one may have been
     * noticed late.
     */
    Duration awaitPingInItsTime() {
        Duration age = awaitPing();
        Duration due = timing.pingInterval().multipliedBy(pings);
        expect(
                age.compareTo(due.multipliedBy(9).dividedBy(10)) >= 0,
                "the " + ORDINALS.get(pings - 1) + " ping " + due.toMillis() + " ms after the handshake",
                "it too early, after " + age.toMillis() + " ms");
        return age;
    }

    /** Lets time pass while whatever arrives is passed over. */
    void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            wire.next(Duration.ofNanos(left));
        }
    }

    /** The time in which a client must hear a ping, or it takes the server for dead. */
    Duration patience() {
        return timing.pingInterval().plus(timing.pingTimeout());
    }

    /** The session below. */
    EngineWire wire() {
        return wire;
    }
}
