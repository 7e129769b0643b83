package dev.umpire.server.app;

import dev.umpire.server.SocketIoServer;
import dev.umpire.server.netty.Cors;
import dev.umpire.server.socketio.Middleware;
import dev.umpire.server.socketio.Namespace;
import dev.umpire.server.socketio.Recovery;
import dev.umpire.server.socketio.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The conformance app: what a server offers so that all rules can run. Tier echo is the app of the official suites;
 * tier umpire adds one event, {@code umpire}, whose commands {@link UmpireCommands} carries out.
 */
public final class ConformanceApp {
    private static final Pattern DYNAMIC = Pattern.compile("/dynamic-\\d+");
    private static final String TOKEN = "let-me-in";
    private static final List<String> CAPABILITIES = List.of(
            "rooms", "except", "volatile", "ack-timeout", "broadcast-ack", "dynamic-namespaces", "guarded", "binary");
    private static final String ORIGIN = "https://umpire.example";
    private static final String RECOVERABLE = "/recoverable";

    private ConformanceApp() {}

    /**
     * Installs the app on {@code /}, {@code /custom}, {@code /guarded} and {@code /dynamic-<digits>}, and on
     * {@code /recoverable} if clients may come back there.
     */
    public static void install(SocketIoServer io) {
        boolean recovery = io.options().recovery().covers(RECOVERABLE);
        List<String> capabilities = new ArrayList<>(CAPABILITIES);
        if (recovery) {
            capabilities.add("recovery");
        }
        if (io.options().cors().equals(cors())) {
            capabilities.add("cors");
        }
        Consumer<Socket> serve = socket -> serve(socket, capabilities);
        io.of("/").onConnection(serve);
        io.of("/custom").onConnection(serve);
        Namespace guarded = io.of("/guarded");
        guarded.use(ConformanceApp::letIn).onConnection(serve);
        io.of(DYNAMIC).onConnection(serve);
        if (recovery) {
            io.of(RECOVERABLE).onConnection(serve);
        }
    }

    /**
     * Recovery for the conformance app: where its rules ask for it, and nowhere else, as events look different there.
     */
    public static Recovery recovery(Duration maxDisconnection) {
        return Recovery.within(maxDisconnection).onlyIn(RECOVERABLE::equals);
    }

    /** CORS for the conformance app: pages of one origin may talk to it, with cookies. */
    public static Cors cors() {
        return Cors.origins(ORIGIN);
    }

    private static void letIn(Socket socket, Middleware.Next next) {
        if (TOKEN.equals(socket.handshake().auth().get("token"))) {
            next.proceed();
        } else {
            next.refuse("not authorized", Map.of("code", 401));
        }
    }

    private static void serve(Socket socket, List<String> capabilities) {
        socket.emit("auth", socket.handshake().auth());
        socket.on("message", (args, ack) -> socket.emit("message-back", args.toArray()));
        socket.on("message-with-ack", (args, ack) -> ack.send(args.toArray()));
        UmpireCommands commands = new UmpireCommands(socket, capabilities);
        socket.on("umpire", (args, ack) -> commands.run(args.isEmpty() ? null : args.get(0), ack));
    }
}
