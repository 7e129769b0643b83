package dev.umpire.server.app;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.netty.Compression;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the conformance app until the process is told to end. May be extended to serve more beside it. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the conformance app on the reference server until it is told to end.")
public class ServeCommand implements Callable<Integer> {
    private static final int USAGE_ERROR = 2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EndpointOptions endpoint;

    @Mixin
    private LimitOptions limits;

    @Option(
            names = "--recovery",
            defaultValue = "0",
            description =
                    "How long clients of /recoverable may be away and come back, in ms; 0 for never (${DEFAULT-VALUE}).")
    private long recovery;

    @Option(names = "--per-message-deflate", description = "Compress WebSocket messages for clients that offer it.")
    private boolean perMessageDeflate;

    @Option(names = "--allow-eio3", description = "Serve clients of Socket.IO 1 and 2 (Engine.IO v3) too.")
    private boolean allowEio3;

    @Option(names = "--engine-echo", description = "Serve the Engine.IO layer alone, as an echo, at /engine.io/ too.")
    private boolean engineEcho;

    @Option(
            names = "--echo-path",
            paramLabel = "PATH",
            description = "Serve bare WebSockets, as an echo of up to 16 MiB, at this path too: for general testers.")
    private @Nullable String echoPath;

    @Option(names = "--metrics", description = "Serve figures for Prometheus at /metrics.")
    private boolean metrics;

    @Option(
            names = "--log-format",
            defaultValue = "text",
            description = "Of the log on standard error: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private LogFormat logFormat;

    @Option(
            names = "--log-level",
            defaultValue = "warn",
            description = "${COMPLETION-CANDIDATES}; with debug, each session (${DEFAULT-VALUE}).")
    private LogLevel logLevel;

    /** How a line of the log looks. */
    enum LogFormat {
        text,
        json
    }

    /** From which level on the server's own doings are logged. */
    enum LogLevel {
        debug,
        info,
        warn
    }

    @Override
    public Integer call() throws InterruptedException {
        // before the first logger is made, which reads them
        System.setProperty("umpire.log.format", logFormat.name());
        System.setProperty("umpire.log.level", logLevel.name());
        PrintWriter out = spec.commandLine().getOut();
        SocketIoServer server = server();
        equip(server);
        try {
            server.start();
        } catch (UncheckedIOException e) {
            return refuse(e.getCause().getMessage() + "; choose another with --port");
        } catch (IllegalArgumentException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "umpire-shutdown"));
        out.println("umpire reference server ready at " + server.address());
        announce(server, out);
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    /** Adds to the server what else it is to serve, before it starts. */
    protected void equip(SocketIoServer server) {}

    /** Says where that is found, once the server has started. */
    protected void announce(SocketIoServer server, PrintWriter out) {}

    private SocketIoServer server() {
        SocketIoServer server = SocketIoServer.create(options());
        ConformanceApp.install(server);
        HealthPage.install(server);
        if (metrics) {
            MetricsPage.install(server);
        }
        if (engineEcho) {
            server.withEngineEcho("/engine.io/");
        }
        if (echoPath != null) {
            server.withWebSocketEcho(echoPath);
        }
        return server;
    }

    private int refuse(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
        return USAGE_ERROR;
    }

    /** The settings as the options say; for a command that was parsed. */
    public ServerOptions options() {
        try {
            return ServerOptions.defaults()
                    .withEndpoint(endpoint.endpoint())
                    .withTimings(limits.timings())
                    .withLimits(limits.limits())
                    .withRecovery(ConformanceApp.recovery(Duration.ofMillis(recovery)))
                    .withCompression(perMessageDeflate ? Compression.ofEverything() : Compression.ofResponses())
                    .withCors(endpoint.cors())
                    .withAllowEio3(allowEio3);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
