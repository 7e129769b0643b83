package dev.umpire.server;

import java.time.Duration;

/**
 * How long a server waits for its clients.
 *
 * @param pingInterval from one ping to the next (Engine.IO v4, "Heartbeat")
 * @param pingTimeout how long a pong may take
 * @param upgradeTimeout how long an upgrade to WebSocket may take
 * @param connectTimeout how long a client may stay without any namespace
 * @param shutdownTimeout how long clients may take to fetch their last messages when the server is closed
 */
public record Timings(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        Duration connectTimeout,
        Duration shutdownTimeout) {
    /** Rejects what leaves no time at all. */
    public Timings {
        requirePositive("pingInterval", pingInterval);
        requirePositive("pingTimeout", pingTimeout);
        requirePositive("upgradeTimeout", upgradeTimeout);
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("shutdownTimeout", shutdownTimeout);
    }

    /** Those of the Node implementation: 25, 20, 10 and 45 seconds; and 5 seconds to shut down. */
    public static Timings defaults() {
        return new Timings(
                Duration.ofSeconds(25),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(45),
                Duration.ofSeconds(5));
    }

    /** These timings with another {@code pingInterval}. */
    public Timings withPingInterval(Duration value) {
        return new Timings(value, pingTimeout, upgradeTimeout, connectTimeout, shutdownTimeout);
    }

    /** These timings with another {@code pingTimeout}. */
    public Timings withPingTimeout(Duration value) {
        return new Timings(pingInterval, value, upgradeTimeout, connectTimeout, shutdownTimeout);
    }

    /** These timings with another {@code upgradeTimeout}. */
    public Timings withUpgradeTimeout(Duration value) {
        return new Timings(pingInterval, pingTimeout, value, connectTimeout, shutdownTimeout);
    }

    /** These timings with another {@code connectTimeout}. */
    public Timings withConnectTimeout(Duration value) {
        return new Timings(pingInterval, pingTimeout, upgradeTimeout, value, shutdownTimeout);
    }

    /** These timings with another {@code shutdownTimeout}. */
    public Timings withShutdownTimeout(Duration value) {
        return new Timings(pingInterval, pingTimeout, upgradeTimeout, connectTimeout, value);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing but is " + duration);
        }
    }
}
