package dev.umpire.load.measure;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who of the receivers made it; safe to use from any thread. */
public final class Audience {
    private final int wanted;
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
    private final Gate settled = new Gate();

    public Audience(int wanted) {
        this.wanted = wanted;
    }

    public void connected() {
        here.incrementAndGet();
        settleIfAll();
    }

    public void refused(String why) {
        reason.compareAndSet(null, why);
        refused.incrementAndGet();
        settleIfAll();
    }

    public int here() {
        return here.get();
    }

    /** Why clients are missing, or null if none is. */
    public @Nullable String problem() {
        int missing = refused.get();
        return missing == 0 ? null : missing + " of " + wanted + " clients could not connect: " + reason.get();
    }

    /** Runs something when every receiver has either connected or been refused. */
    public void whenSettled(Runnable then) {
        settled.whenOpen(then);
    }

    private void settleIfAll() {
        if (here.get() + refused.get() == wanted) {
            settled.open();
        }
    }
}
