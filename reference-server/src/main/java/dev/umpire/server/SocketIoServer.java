package dev.umpire.server;

import dev.umpire.server.engineio.Engine;
import dev.umpire.server.engineio.EngineOptions;
import dev.umpire.server.netty.NettyServer;
import dev.umpire.server.netty.Page;
import dev.umpire.server.netty.Routes;
import dev.umpire.server.socketio.BroadcastOperator;
import dev.umpire.server.socketio.BroadcastTarget;
import dev.umpire.server.socketio.Client;
import dev.umpire.server.socketio.DynamicNamespace;
import dev.umpire.server.socketio.Middleware;
import dev.umpire.server.socketio.Namespace;
import dev.umpire.server.socketio.Namespaces;
import dev.umpire.server.socketio.Selection;
import dev.umpire.server.socketio.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Socket.IO server. What emits, emits to the main namespace {@code /}. Callable from any thread. */
public final class SocketIoServer implements BroadcastTarget, AutoCloseable {
    private final ServerOptions options;
    private final Namespaces namespaces;
    private final Namespace main;
    private final Engine engine;
    private final Map<String, Engine> engines = new HashMap<>();
    private final Map<String, Supplier<Page>> pages = new HashMap<>();
    private final Set<String> echoes = new HashSet<>();
    private final Statistics statistics;
    private volatile @Nullable NettyServer http;
    private volatile boolean closed;

    private SocketIoServer(ServerOptions options) {
        this.options = options;
        this.namespaces = new Namespaces(options.socketIo());
        this.main = namespaces.of("/");
        this.engine =
                new Engine(options.engine(), options.extensions().ids(), session -> Client.open(session, namespaces));
        this.engines.put(options.endpoint().path(), engine);
        this.statistics = new Statistics(engine, namespaces, this::tcpConnectionCount);
    }

    /** Makes a server that does not listen yet. */
    public static SocketIoServer create(ServerOptions options) {
        return new SocketIoServer(options);
    }

    /** Serves the Engine.IO layer alone on another path, sending every message back. To be called before the start. */
    public SocketIoServer withEngineEcho(String path) {
        Engine echo = new Engine(options.engine(), options.extensions().ids(), EngineEcho::new);
        engines.put(Endpoint.normalized(path), echo);
        return this;
    }

    /**
     * Serves WebSockets without Engine.IO on another path, with or without a slash at its end, sending every message
     * back: for general testers of RFC 6455. To be called before the start.
     */
    public SocketIoServer withWebSocketEcho(String path) {
        String slashed = Endpoint.normalized(path);
        echoes.add(slashed);
        echoes.add(slashed.substring(0, slashed.length() - 1));
        return this;
    }

    /**
     * Answers GETs of another path. To be called before the start; the page is asked for each time, on event loops.
     *
     * @param path all of it, such as {@code /}
     */
    public SocketIoServer withPage(String path, Supplier<Page> page) {
        pages.put(path, page);
        return this;
    }

    /**
     * Answers GETs of another path with what stays as it is. To be called before the start.
     *
     * @param path all of it, such as {@code /}
     * @param headers such as {@code Content-Type}
     */
    public SocketIoServer withPage(String path, Map<String, String> headers, byte[] body) {
        Page page = new Page(200, Map.copyOf(headers), body.clone());
        return withPage(path, () -> page);
    }

    /**
     * Starts to listen.
     *
     * @throws java.io.UncheckedIOException if the port cannot be had
     * @throws IllegalStateException if it was started before
     */
    public synchronized SocketIoServer start() {
        if (http != null) {
            throw new IllegalStateException("started already");
        }
        http = NettyServer.start(options.http(), new Routes(engines, pages, echoes));
        return this;
    }

    /** The port in use, also if any free one was asked for. */
    public int port() {
        NettyServer started = http;
        if (started == null) {
            throw new IllegalStateException("not started: call start() first");
        }
        return started.port();
    }

    /** Where clients find the server, path included. */
    public URI address() {
        Endpoint endpoint = options.endpoint();
        String host = endpoint.host().equals("0.0.0.0") ? "127.0.0.1" : endpoint.host();
        return URI.create((endpoint.tls() == null ? "http://" : "https://")
                + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + endpoint.path());
    }

    /** How many connections are open, in whatever namespaces. */
    public int connectionCount() {
        return engine.count();
    }

    /**
     * How many bytes wait to be read by clients of the Socket.IO layer, be it in this process's memory several times or
     * once: what {@link Limits#maxBuffered} limits for each of them.
     */
    public long bufferedBytes() {
        return engine.buffered();
    }

    /** What it does, in figures. */
    public Statistics statistics() {
        return statistics;
    }

    /** Whether clients are served; not before the start, nor once {@link #close} was called. */
    public boolean isServing() {
        return http != null && !closed;
    }

    /** The settings it was made with. */
    public ServerOptions options() {
        return options;
    }

    /** The settings of the Engine.IO layer. */
    public EngineOptions engineOptions() {
        return options.engine();
    }

    /** Called for each socket that connected to the main namespace, on its connection's event loop. */
    public SocketIoServer onConnection(Consumer<Socket> handler) {
        main.onConnection(handler);
        return this;
    }

    /** Adds middleware to the main namespace. */
    public SocketIoServer use(Middleware middleware) {
        main.use(middleware);
        return this;
    }

    /** The namespace with this name, which exists from now on. */
    public Namespace of(String name) {
        return namespaces.of(name);
    }

    /** All namespaces whose whole names match. */
    public DynamicNamespace of(Pattern names) {
        return namespaces.of(names.asMatchPredicate());
    }

    /** All namespaces with such names. */
    public DynamicNamespace of(Predicate<String> names) {
        return namespaces.of(names);
    }

    @Override
    public BroadcastOperator broadcastTo(Selection selection) {
        return main.broadcastTo(selection);
    }

    /**
     * Ends all sessions, telling their clients, and stops to listen. Clients get what was sent to them before, if they
     * take it within {@link Timings#shutdownTimeout}; the whole takes up to three seconds more.
     */
    @Override
    public synchronized void close() {
        closed = true;
        engines.values().forEach(Engine::close);
        NettyServer started = http;
        if (started != null) {
            long deadline =
                    System.nanoTime() + options.timings().shutdownTimeout().toNanos();
            engines.values().forEach(each -> each.awaitEnd(deadline - System.nanoTime()));
            started.close();
        }
    }

    private int tcpConnectionCount() {
        NettyServer started = http;
        return started == null ? 0 : started.connectionCount();
    }
}
