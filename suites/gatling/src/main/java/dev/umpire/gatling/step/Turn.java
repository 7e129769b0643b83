package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoEvent;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One virtual user at one step: says once how it went, and goes on. Confined to the user's event loop. */
final class Turn {
    private final String name;
    private final Session session;
    private final Samples samples;
    private final Action next;
    private final long began = System.nanoTime();
    private @Nullable Future<?> patience;
    private Runnable atEnd = () -> {};
    private @Nullable String namespace;
    private boolean outlivesConnection;
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

    io.gatling.javaapi.core.Session user() {
        return new io.gatling.javaapi.core.Session(session);
    }

    /** Fails unless it is over by then. */
    void failsAfter(Duration time, Supplier<String> reason) {
        patience = session.eventLoop().schedule(() -> failed(reason.get()), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Does something when it is over, however it went. */
    void atEnd(Runnable then) {
        atEnd = then;
    }

    /** What it waits for can come in this namespace only. */
    void dependOn(String where) {
        namespace = where;
    }

    boolean dependsOn(String where) {
        return where.equals(namespace);
    }

    /** What it waits for may come over the next connection, too. */
    void outliveConnection() {
        outlivesConnection = true;
    }

    boolean outlivesConnection() {
        return outlivesConnection;
    }

    /** Does something; if that throws, the turn has failed. */
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException e) {
            // such as an expression that has no value
            failed(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (RuntimeException e) {
            // a virtual user that goes no further would keep the simulation from ending
            failed("the step could not be taken: " + e);
        }
    }

    /** Succeeds if all checks hold for all events. */
    void judge(List<EventCheck> checks, List<SocketIoEvent> events) {
        Session after;
        try {
            after = EventCheck.all(checks, user(), events).asScala();
        } catch (CheckFailedException e) {
            failed(String.valueOf(e.getMessage()));
            return;
        }
        succeeded(after);
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
        if (over) {
            return false;
        }
        over = true;
        if (patience != null) {
            patience.cancel(false);
        }
        atEnd.run();
        return true;
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
