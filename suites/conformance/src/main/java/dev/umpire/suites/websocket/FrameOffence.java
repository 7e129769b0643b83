package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.Ending;
import dev.umpire.suites.robustness.Bystander;
import dev.umpire.suites.rule.Clients;
import java.util.function.Consumer;

/**
 * A breach of RFC 6455 on a connection that was known to work, beside a bystander's. To fail a connection (7.1.7) is to
 * close it, with or without a Close frame; so either counts as its end.
 */
final class FrameOffence {
    private final Clients clients;
    private final Bystander bystander;

    FrameOffence(Clients clients) {
        this.clients = clients;
        this.bystander = Bystander.open(clients);
    }

    /**
     * Insists that a deed fails its connection and no other.
     *
     * @param offence the deed in words
     */
    Ending failsAfter(String offence, Consumer<FrameSession> deed) {
        FrameSession session = FrameSession.open(clients);
        deed.accept(session);
        Ending ending;
        try {
            ending = session.awaitEnd();
        } catch (Violation e) {
            throw new Violation(e.expected() + " after " + offence, e.observed());
        }
        bystander.expectUnharmed("after " + offence);
        return ending;
    }

    /**
     * Insists that the end that follows a deed says why.
     *
     * @param covered the rule that covers that there is an end
     */
    void closesWith(int code, String covered, String offence, Consumer<FrameSession> deed) {
        Ending ending = Clients.prerequisite(covered, () -> failsAfter(offence, deed));
        expect(ending.closeCode() == code, "a Close frame with status " + code + " after " + offence, ending);
    }
}
