package dev.umpire.server.engineio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Pings the client at every interval and waits for its pong (Engine.IO v4, "Heartbeat"). At most one ping is
 * outstanding; a pong that nobody waits for changes nothing. Confined to the session's loop.
 */
final class Heartbeat implements Liveness {
    /** How late a timer may fire before the delay counts as the server's own and is not taken from the client. */
    private static final long TIMER_TOLERANCE = Duration.ofMillis(10).toNanos();

    private final Loop loop;
    private final EngineOptions options;
    private final Runnable ping;
    private final Runnable timeout;

    private Loop.@Nullable Timer nextPing;
    private Loop.@Nullable Timer deadline;
    private long pingDue;
    private long pongDue;
    private boolean overdue;

    Heartbeat(Loop loop, EngineOptions options, Runnable ping, Runnable timeout) {
        this.loop = loop;
        this.options = options;
        this.ping = ping;
        this.timeout = timeout;
    }

    @Override
    public void start() {
        pingDue = loop.nanoTime() + options.pingInterval().toNanos();
        nextPing = loop.schedule(options.pingInterval(), this::interval);
    }

    @Override
    public void heard() {
        if (deadline == null) {
            return;
        }
        deadline.cancel();
        deadline = null;
        if (overdue) {
            overdue = false;
            interval();
        }
    }

    @Override
    public boolean isExpired() {
        return deadline != null && loop.nanoTime() - pongDue >= 0;
    }

    @Override
    public void stop() {
        cancel(nextPing);
        cancel(deadline);
        deadline = null;
    }

    private void interval() {
        if (deadline != null) {
            overdue = true;
            return;
        }
        long now = loop.nanoTime();
        long sent = now - pingDue < TIMER_TOLERANCE ? pingDue : now;
        pongDue = sent + options.pingTimeout().toNanos();
        pingDue = sent + options.pingInterval().toNanos();
        deadline = loop.schedule(Duration.ofNanos(pongDue - now), timeout);
        nextPing = loop.schedule(Duration.ofNanos(pingDue - now), this::interval);
        ping.run();
    }

    private static void cancel(Loop.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
