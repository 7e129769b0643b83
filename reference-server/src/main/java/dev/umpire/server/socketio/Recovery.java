package dev.umpire.server.socketio;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Connection state recovery: whether a client that was cut off may come back as the socket it was, with its id, its
 * rooms, its data and the events it missed (Socket.IO documentation, "Connection state recovery"). Every event of such
 * a namespace carries one argument more, the offset.
 *
 * @param maxDisconnection how long a client may stay away; zero switches recovery off
 * @param skipsMiddleware whether a client that comes back is let in without being asked again
 * @param maxLogBytes how much of what was emitted each namespace keeps at most; a client that missed more than that
 *     starts afresh
 * @param namespaces the names of the namespaces that offer it
 */
public record Recovery(
        Duration maxDisconnection, boolean skipsMiddleware, long maxLogBytes, Predicate<String> namespaces) {
    private static final long DEFAULT_LOG_BYTES = 16L << 20;

    /** Rejects times and sizes below zero. */
    public Recovery {
        if (maxDisconnection.isNegative()) {
            throw new IllegalArgumentException("maxDisconnection must not be negative but is " + maxDisconnection);
        }
        if (maxLogBytes < 0) {
            throw new IllegalArgumentException("maxLogBytes must not be negative but is " + maxLogBytes);
        }
    }

    /** No recovery: the default. */
    public static Recovery disabled() {
        return within(Duration.ZERO);
    }

    /** In every namespace, for clients that stay away no longer than this; middleware is asked each time. */
    public static Recovery within(Duration maxDisconnection) {
        return new Recovery(maxDisconnection, false, DEFAULT_LOG_BYTES, name -> true);
    }

    /** The same, in some namespaces only. */
    public Recovery onlyIn(Predicate<String> names) {
        return new Recovery(maxDisconnection, skipsMiddleware, maxLogBytes, names);
    }

    /** The same, letting clients that come back in without asking the middleware. */
    public Recovery skippingMiddleware() {
        return new Recovery(maxDisconnection, true, maxLogBytes, namespaces);
    }

    /** The same, keeping at most so many bytes of packets for each namespace. */
    public Recovery keeping(long bytes) {
        return new Recovery(maxDisconnection, skipsMiddleware, bytes, namespaces);
    }

    /** Whether a namespace offers it. */
    public boolean covers(String namespace) {
        return !maxDisconnection.isZero() && namespaces.test(namespace);
    }
}
