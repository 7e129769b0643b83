package dev.umpire.suites.socketio;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.judgement.Violation;
import java.util.function.Supplier;

/** Says what a step stands for, so that its failure tells what the server did wrong and not only what did not come. */
final class Claim {
    private Claim() {}

    /**
     * Takes a step.
     *
     * @param expected what a conformant server does here
     * @throws Violation that expected this, if the step ends in one
     */
    static <T> T claim(String expected, Supplier<T> step) {
        try {
            return step.get();
        } catch (Violation e) {
            throw new Violation(expected, e.observed());
        }
    }

    /**
     * Makes sure that no packet arrives for the quiet time.
     *
     * @throws Violation that expected this, if one does
     */
    static void claimSilence(String expected, PacketWire wire) {
        wire.next(wire.engine().wires().timing().quiet()).ifPresent(packet -> {
            throw new Violation(expected, packet.toString());
        });
    }
}
