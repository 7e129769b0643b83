package dev.umpire.server.engineio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Pings the client at every interval and waits for its pong (Engine.IO v4, "Heartbeat"). At most one ping is
 * outstanding; a pong that nobody waits for changes nothing. Confined to the session's loop.
 */
final class Heartbeat {
    private final Loop loop;
    private final EngineOptions options;
    private final Runnable ping;
    private final Runnable timeout;

    private Loop.@Nullable Timer nextPing;
    private Loop.@Nullable Timer deadline;
    private boolean overdue;

    Heartbeat(Loop loop, EngineOptions options, Runnable ping, Runnable timeout) {
        this.loop = loop;
        this.options = options;
        this.ping = ping;
        this.timeout = timeout;
    }

    void start() {
        nextPing = loop.schedule(options.pingInterval(), this::interval);
    }

    void pong() {
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

    void stop() {
        cancel(nextPing);
        cancel(deadline);
        deadline = null;
    }

    private void interval() {
        if (deadline != null) {
            overdue = true;
            return;
        }
        Duration pingTimeout = options.pingTimeout();
        deadline = loop.schedule(pingTimeout, timeout);
        start();
        ping.run();
    }

    private static void cancel(Loop.@Nullable Timer timer) {
        if (timer != null) {
            timer.cancel();
        }
    }
}
