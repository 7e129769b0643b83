package dev.umpire.server.app;

import dev.umpire.server.Limits;
import dev.umpire.server.Timings;
import dev.umpire.server.netty.HttpLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say what a client may take, and how long. Defaults are the library's. */
final class LimitOptions {
    private static final String MS = "In ms (${DEFAULT-VALUE}).";

    @Option(names = "--ping-interval", defaultValue = "25000", description = "From one ping to the next. " + MS)
    private long pingInterval;

    @Option(names = "--ping-timeout", defaultValue = "20000", description = "How long a pong may take. " + MS)
    private long pingTimeout;

    @Option(
            names = "--connect-timeout",
            defaultValue = "45000",
            description = "How long a client may stay without any namespace. " + MS)
    private long connectTimeout;

    @Option(names = "--upgrade-timeout", defaultValue = "10000", description = "How long an upgrade may take. " + MS)
    private long upgradeTimeout;

    @Option(
            names = "--shutdown-timeout",
            defaultValue = "5000",
            description = "How long clients may take to fetch their last messages. " + MS)
    private long shutdownTimeout;

    @Option(
            names = "--request-timeout",
            defaultValue = "60000",
            description = "How long a connection may go on without a complete request. " + MS)
    private long requestTimeout;

    @Option(
            names = "--max-connections",
            defaultValue = "100000",
            description = "TCP connections at a time; further ones are closed (${DEFAULT-VALUE}).")
    private int maxConnections;

    @Option(
            names = "--max-sessions",
            defaultValue = "100000",
            description = "Clients at a time; further ones are refused with 503 (${DEFAULT-VALUE}).")
    private int maxSessions;

    @Option(
            names = "--max-payload",
            defaultValue = "1000000",
            description = "Bytes of a message or a polling body (${DEFAULT-VALUE}).")
    private int maxPayload;

    @Option(
            names = "--max-attachments",
            defaultValue = "10",
            description = "Attachments of a client's packet (${DEFAULT-VALUE}).")
    private int maxAttachments;

    @Option(
            names = "--max-buffered",
            defaultValue = "16777216",
            description = "Bytes that may wait for one client; with more, it is closed (${DEFAULT-VALUE}).")
    private int maxBuffered;

    @Option(
            names = "--max-namespaces",
            defaultValue = "1000",
            description = "Namespaces of one connection (${DEFAULT-VALUE}).")
    private int maxNamespaces;

    @Option(
            names = "--max-namespace-length",
            defaultValue = "1000",
            description = "Characters of a namespace's name (${DEFAULT-VALUE}).")
    private int maxNamespaceLength;

    @Option(
            names = "--max-request-line",
            defaultValue = "4096",
            description = "Bytes of a request line (${DEFAULT-VALUE}).")
    private int maxRequestLine;

    @Option(
            names = "--max-header-bytes",
            defaultValue = "8192",
            description = "Bytes of a request's header fields in all (${DEFAULT-VALUE}).")
    private int maxHeaderBytes;

    @Option(
            names = "--max-pipelined",
            defaultValue = "64",
            description = "Requests of one connection that may wait for an answer (${DEFAULT-VALUE}).")
    private int maxPipelined;

    Timings timings() {
        return new Timings(
                Duration.ofMillis(pingInterval),
                Duration.ofMillis(pingTimeout),
                Duration.ofMillis(upgradeTimeout),
                Duration.ofMillis(connectTimeout),
                Duration.ofMillis(shutdownTimeout));
    }

    Limits limits() {
        HttpLimits http = new HttpLimits(
                maxConnections, maxRequestLine, maxHeaderBytes, maxPipelined, Duration.ofMillis(requestTimeout));
        return new Limits(
                maxSessions, maxPayload, maxAttachments, maxBuffered, maxNamespaces, maxNamespaceLength, http);
    }
}
