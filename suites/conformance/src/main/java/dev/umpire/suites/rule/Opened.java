package dev.umpire.suites.rule;

import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.transcript.Transcript;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What a rule has opened. It is closed when the rule ends, or to make a rule end that finds no end by itself. */
final class Opened implements AutoCloseable {
    private final Transcript transcript;
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private volatile boolean givenUp;

    Opened(Transcript transcript) {
        this.transcript = transcript;
    }

    /**
     * Adds something.
     *
     * @throws Undecided if the rule should have ended long ago
     */
    <T extends AutoCloseable> T add(T resource) {
        open.push(resource);
        if (givenUp) {
            close();
            throw new Undecided("the rule had its time and goes on");
        }
        return resource;
    }

    /** Closes everything and lets nothing more be added. */
    void giveUp() {
        givenUp = true;
        close();
    }

    boolean givenUp() {
        return givenUp;
    }

    @Override
    public void close() {
        for (AutoCloseable next = open.poll(); next != null; next = open.poll()) {
            try {
                next.close();
            } catch (Exception e) {
                transcript.note("harness", "could not close: " + e);
            }
        }
    }
}
