package dev.umpire.suites.socketio;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Declared;

/** Attachments to send, and clients that send them. */
final class Bytes {
    private Bytes() {}

    /** Bytes that tell their own length and origin: no two seeds give the same. */
    static byte[] pattern(int length, int seed) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (seed * 31 + i * 7 + (i >> 8));
        }
        return bytes;
    }

    /**
     * Leaves a rule about bytes out where the app says that it cannot carry them; an echo app that says nothing is
     * asked.
     *
     * @throws NotApplicable if the target declares its capabilities, and this is not one of them
     */
    static void needed(Clients clients) {
        Declared.needed(clients, "binary");
    }

    /** A client of a target that can carry bytes. */
    static ClientSocket client(Clients clients, Via via) {
        needed(clients);
        return clients.socket("alice", via);
    }
}
