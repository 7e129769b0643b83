package dev.umpire.suites.rule;

import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * How many rules are tried at once, and how many among them that are {@link Heavy}. JUnit's own locks would have all
 * heavy rules wait until the others are done; here some of them are always under way.
 */
final class Turns {
    private static final int HEAVY_AT_ONCE = 3;

    private final int atOnce;
    private final Semaphore slots;
    private final Semaphore heavy = new Semaphore(HEAVY_AT_ONCE, true);

    Turns(int atOnce) {
        this.atOnce = atOnce;
        this.slots = new Semaphore(atOnce, true);
    }

    /** The threads that JUnit needs, so that the heavy rules that wait for each other keep no other from its turn. */
    int threads(List<Rule> rules) {
        return atOnce
                + (int) rules.stream().map(Rule::probe).filter(Probe::heavy).count();
    }

    /** Waits until a rule may be tried. */
    Turn take(boolean isHeavy) {
        if (isHeavy) {
            heavy.acquireUninterruptibly();
        }
        slots.acquireUninterruptibly();
        return () -> {
            slots.release();
            if (isHeavy) {
                heavy.release();
            }
        };
    }

    /** The turn of one rule, which closing it gives on. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
