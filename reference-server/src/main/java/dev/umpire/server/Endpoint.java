package dev.umpire.server;

import dev.umpire.server.netty.Tls;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is found.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param path of the Socket.IO server, with a slash on both ends
 * @param tls the certificate to serve https and wss with, or null for http and ws
 */
public record Endpoint(
        String host, int port, String path, @Nullable Tls tls) {
    /** Rejects a port that there is not, and puts the missing slashes around the path. */
    public Endpoint {
        path = normalized(path);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535 but is " + port);
        }
    }

    /** Loopback, any free port, {@code /socket.io/}, without TLS. */
    public static Endpoint defaults() {
        return new Endpoint("127.0.0.1", 0, "/socket.io/", null);
    }

    /** This endpoint with another {@code host}. */
    public Endpoint withHost(String value) {
        return new Endpoint(value, port, path, tls);
    }

    /** This endpoint with another {@code port}. */
    public Endpoint withPort(int value) {
        return new Endpoint(host, value, path, tls);
    }

    /** This endpoint with another {@code path}. */
    public Endpoint withPath(String value) {
        return new Endpoint(host, port, value, tls);
    }

    /** This endpoint with TLS. */
    public Endpoint withTls(Tls value) {
        return new Endpoint(host, port, path, value);
    }

    static String normalized(String path) {
        String start = path.startsWith("/") ? path : "/" + path;
        return start.endsWith("/") ? start : start + "/";
    }
}
