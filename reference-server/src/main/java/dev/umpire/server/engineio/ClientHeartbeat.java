package dev.umpire.server.engineio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the pings of a client that speaks Engine.IO v3, where it is the client that pings (Engine.IO v4, "From v3
 * to v4").
 */
final class ClientHeartbeat implements Liveness {
    private final Loop loop;
    private final long patience;
    private final Runnable timeout;
    private Loop.@Nullable Timer timer;
    private long due;

    ClientHeartbeat(Loop loop, EngineOptions options, Runnable timeout) {
        this.loop = loop;
        this.patience = options.pingInterval().plus(options.pingTimeout()).toNanos();
        this.timeout = timeout;
    }

    @Override
    public void start() {
        heard();
        schedule();
    }

    /** Moves the deadline; the timer finds out when it fires. */
    @Override
    public void heard() {
        due = loop.nanoTime() + patience;
    }

    @Override
    public boolean isExpired() {
        return loop.nanoTime() - due >= 0;
    }

    @Override
    public void stop() {
        if (timer != null) {
            timer.cancel();
        }
    }

    private void schedule() {
        timer = loop.schedule(Duration.ofNanos(Math.max(1, due - loop.nanoTime())), this::look);
    }

    private void look() {
        if (isExpired()) {
            timeout.run();
        } else {
            schedule();
        }
    }
}
