package dev.umpire.suites.engineio;

import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.suites.rule.Clients;

/** Sizes that a target announces, as far as a probe may go to them. */
final class Limits {
    private static final int MOST = 4 * 1024 * 1024;

    private Limits() {}

    /**
     * The size of the largest payload that the target takes.
     *
     * @throws NotApplicable if it announces none, or one that is too large to try
     */
    static int maxPayload(Clients clients) {
        int maxPayload = clients.profile().handshake().maxPayload();
        if (maxPayload < 1_000 || maxPayload > MOST) {
            throw new NotApplicable("maxPayload is " + maxPayload + " bytes, and 1000 to " + MOST + " are tried");
        }
        return maxPayload;
    }
}
