package dev.umpire.gatling.step;

import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One virtual user at one step: says once how it went, and goes on. Confined to the user's event loop. */
final class Turn {
    private final String name;
    private final Session session;
    private final Samples samples;
    private final Action next;
    private final long began = System.nanoTime();
    private java.util.concurrent.@Nullable Future<?> patience;
    private boolean over;

    Turn(String name, Session session, Samples samples, Action next) {
        this.name = name;
        this.session = session;
        this.samples = samples;
        this.next = next;
    }

    Session session() {
        return session;
    }

    /** Does something unless the turn is over by then. */
    void after(Duration time, Runnable then) {
        patience = session.eventLoop().schedule(then, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    void succeeded(Session after) {
        if (conclude()) {
            samples.ok(name, millis());
            next.$bang(after);
        }
    }

    void failed(String reason) {
        if (conclude()) {
            samples.ko(name, millis(), reason);
            next.$bang(session.markAsFailed());
        }
    }

    private boolean conclude() {
        boolean first = !over;
        over = true;
        if (patience != null) {
            patience.cancel(false);
        }
        return first;
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
