package dev.umpire.server.netty;

import java.time.Duration;

/**
 * What an HTTP connection may take of the server, beside the bodies of its requests.
 *
 * @param maxConnections the most TCP connections at a time; further ones are closed at once. The process's limit of
 *     open files counts too, less some that are kept for other uses
 * @param maxRequestLine the most bytes of a request line; longer ones are answered with 400
 * @param maxHeaderBytes the most bytes of all header fields of a request together; more are answered with 400
 * @param maxPipelined the most requests of one connection that may wait for an answer; with more it is closed
 * @param requestTimeout how long a connection may go on without a complete request, where none waits for an answer
 */
public record HttpLimits(
        int maxConnections, int maxRequestLine, int maxHeaderBytes, int maxPipelined, Duration requestTimeout) {

    /** Rejects what would let no request through. */
    public HttpLimits {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1 but is " + maxConnections);
        }
        if (maxRequestLine < 1 || maxHeaderBytes < 1 || maxPipelined < 1) {
            throw new IllegalArgumentException("limits of requests must be at least 1 but are " + maxRequestLine + ", "
                    + maxHeaderBytes + " and " + maxPipelined);
        }
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException("requestTimeout must be longer than nothing but is " + requestTimeout);
        }
    }

    /** 100,000 connections, 4 kB, 8 kB, 64 requests, a minute. */
    public static HttpLimits defaults() {
        return new HttpLimits(100_000, 4096, 8192, 64, Duration.ofSeconds(60));
    }

    /** These limits with another {@code maxConnections}. */
    public HttpLimits withMaxConnections(int count) {
        return new HttpLimits(count, maxRequestLine, maxHeaderBytes, maxPipelined, requestTimeout);
    }

    /** These limits with another {@code requestTimeout}. */
    public HttpLimits withRequestTimeout(Duration value) {
        return new HttpLimits(maxConnections, maxRequestLine, maxHeaderBytes, maxPipelined, value);
    }
}
