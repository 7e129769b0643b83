package dev.umpire.server.app;

import dev.umpire.server.SocketIoServer;
import dev.umpire.server.socketio.Middleware;
import dev.umpire.server.socketio.Namespace;
import dev.umpire.server.socketio.Socket;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The conformance app: what a server offers so that all rules can run. Tier echo is the app of the official suites;
 * tier umpire adds one event, {@code umpire}, whose commands {@link UmpireCommands} carries out.
 */
public final class ConformanceApp {
    private static final Pattern DYNAMIC = Pattern.compile("/dynamic-\\d+");
    private static final String TOKEN = "let-me-in";

    /** The origin whose pages may read the answers, where the capability {@code cors} is declared. */
    private static final String ORIGIN = "https://umpire.example";

    private ConformanceApp() {}

    /** Installs the app on {@code /}, {@code /custom}, {@code /guarded} and {@code /dynamic-<digits>}. */
    public static void install(SocketIoServer io) {
        boolean cors = io.corsOrigins().equals(Set.of(ORIGIN));
        Consumer<Socket> serve = socket -> serve(socket, cors);
        io.of("/").onConnection(serve);
        io.of("/custom").onConnection(serve);
        Namespace guarded = io.of("/guarded");
        guarded.use(ConformanceApp::letIn).onConnection(serve);
        io.of(DYNAMIC).onConnection(serve);
    }

    private static void letIn(Socket socket, Middleware.Next next) {
        if (TOKEN.equals(socket.handshake().auth().get("token"))) {
            next.proceed();
        } else {
            next.refuse("not authorized", Map.of("code", 401));
        }
    }

    private static void serve(Socket socket, boolean cors) {
        socket.emit("auth", socket.handshake().auth());
        socket.on("message", (args, ack) -> socket.emit("message-back", args.toArray()));
        socket.on("message-with-ack", (args, ack) -> ack.send(args.toArray()));
        UmpireCommands commands = new UmpireCommands(socket, cors);
        socket.on("umpire", (args, ack) -> commands.run(args.isEmpty() ? null : args.get(0), ack));
    }
}
