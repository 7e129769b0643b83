package dev.umpire.server.app;

import dev.umpire.server.Limits;
import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.netty.Compression;
import dev.umpire.server.netty.Cors;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the conformance app until the process is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the conformance app on the reference server until it is told to end.")
public final class ServeCommand implements Callable<Integer> {
    private static final int USAGE_ERROR = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--host", defaultValue = "0.0.0.0", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--port", defaultValue = "3000", description = "Port; 0 for any free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--path", defaultValue = "/socket.io/", description = "Path (${DEFAULT-VALUE}).")
    private String path;

    @Option(names = "--ping-interval", defaultValue = "25000", description = "In ms (${DEFAULT-VALUE}).")
    private long pingInterval;

    @Option(names = "--ping-timeout", defaultValue = "20000", description = "In ms (${DEFAULT-VALUE}).")
    private long pingTimeout;

    @Option(names = "--connect-timeout", defaultValue = "45000", description = "In ms (${DEFAULT-VALUE}).")
    private long connectTimeout;

    @Option(names = "--upgrade-timeout", defaultValue = "10000", description = "In ms (${DEFAULT-VALUE}).")
    private long upgradeTimeout;

    @Option(
            names = "--recovery",
            defaultValue = "0",
            description =
                    "How long clients of /recoverable may be away and come back, in ms; 0 for never (${DEFAULT-VALUE}).")
    private long recovery;

    @Option(names = "--max-payload", defaultValue = "1000000", description = "In bytes (${DEFAULT-VALUE}).")
    private int maxPayload;

    @Option(
            names = "--max-buffered",
            defaultValue = "16777216",
            description = "Bytes that may wait for one client; with more, it is closed (${DEFAULT-VALUE}).")
    private int maxBuffered;

    @Option(
            names = "--cors-origin",
            split = ",",
            paramLabel = "ORIGIN",
            description = "Origins whose pages may connect; * for all. Without it, none.")
    private List<String> corsOrigins = List.of();

    @Option(names = "--per-message-deflate", description = "Compress WebSocket messages for clients that offer it.")
    private boolean perMessageDeflate;

    @Option(names = "--engine-echo", description = "Serve the Engine.IO layer alone, as an echo, at /engine.io/ too.")
    private boolean engineEcho;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        SocketIoServer server = SocketIoServer.create(options());
        ConformanceApp.install(server);
        if (engineEcho) {
            server.withEngineEcho("/engine.io/");
        }
        try {
            server.start();
        } catch (UncheckedIOException e) {
            spec.commandLine().getErr().println(e.getCause().getMessage() + "; choose another with --port");
            spec.commandLine().getErr().flush();
            return USAGE_ERROR;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "umpire-shutdown"));
        out.println("umpire reference server ready at " + server.address());
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private ServerOptions options() {
        try {
            return ServerOptions.defaults()
                    .withHost(host)
                    .withPort(port)
                    .withPath(path)
                    .withPingInterval(Duration.ofMillis(pingInterval))
                    .withPingTimeout(Duration.ofMillis(pingTimeout))
                    .withConnectTimeout(Duration.ofMillis(connectTimeout))
                    .withUpgradeTimeout(Duration.ofMillis(upgradeTimeout))
                    .withMaxPayload(maxPayload)
                    .withLimits(Limits.defaults().withMaxBuffered(maxBuffered))
                    .withRecovery(ConformanceApp.recovery(Duration.ofMillis(recovery)))
                    .withCompression(perMessageDeflate ? Compression.ofEverything() : Compression.ofResponses())
                    .withCors(cors());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Cors cors() {
        if (corsOrigins.isEmpty()) {
            return Cors.disabled();
        }
        return corsOrigins.contains("*") ? Cors.anyOrigin() : Cors.origins(corsOrigins.toArray(String[]::new));
    }
}
