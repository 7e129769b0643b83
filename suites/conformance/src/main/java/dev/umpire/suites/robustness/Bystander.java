package dev.umpire.suites.robustness;

import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;

/**
 * A session that does no wrong while another one does. It was opened first, so that whatever closes connections after a
 * time, such as a connect timeout, would have closed it first: if it lives, the other one was closed for what it did.
 */
public final class Bystander {
    private final LiveSession session;

    private Bystander(LiveSession session) {
        this.session = session;
    }

    /** Opens the session. */
    public static Bystander open(Clients clients) {
        return new Bystander(LiveSession.open(clients));
    }

    /**
     * Makes sure that the session works as before.
     *
     * @param disturbed after or beside what, for the message
     * @throws Violation if it does not
     */
    public void expectUnharmed(String disturbed) {
        try {
            session.expectAnswer();
        } catch (Violation e) {
            throw new Violation(
                    "the session of a bystander to work as before " + disturbed + ": " + e.expected(), e.observed());
        }
    }

    /**
     * Makes sure that the session works as before, a while from now: where nothing tells that the target has noticed
     * what might harm it.
     *
     * @throws Violation if it does not
     */
    public void expectUnharmedAfter(Duration noticed, String disturbed) {
        session.engine().ending(noticed);
        expectUnharmed(disturbed);
    }

    /**
     * Makes sure that a new client is let in and served.
     *
     * @throws Violation if it is not
     */
    public static void expectRoomForOneMore(Clients clients) {
        try {
            LiveSession.open(clients).expectAnswer();
        } catch (Blocked e) {
            throw new Violation("a new client to be let in", e.violation().observed());
        }
    }
}
