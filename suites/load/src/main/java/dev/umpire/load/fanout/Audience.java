package dev.umpire.load.fanout;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who of the receivers made it; safe to use from any thread. */
final class Audience {
    private final int wanted;
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private final Gate settled = new Gate();

    Audience(int wanted) {
        this.wanted = wanted;
    }

    void connected() {
        here.incrementAndGet();
        settleIfAll();
    }

    void refused(String why) {
        reason.compareAndSet(null, why);
        refused.incrementAndGet();
        settleIfAll();
    }

    int here() {
        return here.get();
    }

    /** Why clients are missing, or null if none is. */
    @Nullable String problem() {
        int missing = refused.get();
        return missing == 0 ? null : missing + " of " + wanted + " receivers could not connect: " + reason.get();
    }

    /** Runs something when every receiver has either connected or been refused. */
    void whenSettled(Runnable then) {
        settled.whenOpen(then);
    }

    private void settleIfAll() {
        if (here.get() + refused.get() == wanted) {
            settled.open();
        }
    }
}
