package dev.umpire.server.netty;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.umpire.server.engineio.Engine;
import dev.umpire.server.engineio.EngineOptions;
import dev.umpire.server.engineio.SessionIds;
import dev.umpire.server.socketio.Client;
import dev.umpire.server.socketio.InMemoryAdapter;
import dev.umpire.server.socketio.Namespaces;
import dev.umpire.server.socketio.Recovery;
import dev.umpire.server.socketio.Socket;
import dev.umpire.server.socketio.SocketIoOptions;
import dev.umpire.server.socketio.packet.JsonPacketEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * One connection to a whole server without a network, for inputs that a fuzzer makes. Whatever a client sends may end
 * its connection or not, but must cause no exception beyond those that say what is wrong with it.
 */
final class FuzzedServer implements AutoCloseable {
    /** Of the one session, which an input can name. */
    static final String SID = "s";

    private static final int MAX_PAYLOAD = 100_000;
    private static final AtomicReference<Throwable> LOGGED = new AtomicReference<>();

    static {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.umpire.server");
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        AppenderBase<ILoggingEvent> recorder = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getThrowableProxy() instanceof ThrowableProxy thrown) {
                    LOGGED.compareAndSet(null, thrown.getThrowable());
                }
            }
        };
        recorder.start();
        logger.addAppender(recorder);
    }

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Engine engine;

    FuzzedServer() {
        Duration second = Duration.ofSeconds(1);
        SocketIoOptions socketIo = new SocketIoOptions(
                second,
                10,
                100,
                100,
                Recovery.disabled(),
                SessionIds.random(),
                new JsonPacketEncoder(),
                namespace -> new InMemoryAdapter());
        Namespaces namespaces = new Namespaces(socketIo);
        namespaces.of("/").onConnection(FuzzedServer::echo);
        namespaces.of(Pattern.compile("/[a-z]+").asMatchPredicate()).onConnection(FuzzedServer::echo);
        EngineOptions options = new EngineOptions(second, second, second, 10, MAX_PAYLOAD, 10 * MAX_PAYLOAD, true);
        engine = new Engine(options, () -> SID, session -> Client.open(session, namespaces));
        HttpOptions http = new HttpOptions(
                "",
                0,
                null,
                MAX_PAYLOAD,
                10 * MAX_PAYLOAD,
                HttpLimits.defaults(),
                Cors.origins("http://a"),
                Compression.ofEverything(),
                RequestInterceptor.NONE,
                FrameInterceptor.Factory.NONE);
        Routes routes = new Routes(
                Map.of("/s/", engine), Map.of("/p", () -> Page.text(200, "text/plain", "page")), Set.of("/e"));
        HttpConnection.install(channel, routes, http);
    }

    /** Loads the classes, which Jazzer instruments: the first input is to take no longer than others. */
    static void warmUp() {
        try (FuzzedServer server = new FuzzedServer()) {
            server.open();
            server.receive("POST /s/?EIO=4&transport=polling&sid=s HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n40");
            server.receive("GET /s/?EIO=4&transport=polling&sid=s HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        try (FuzzedServer server = new FuzzedServer()) {
            server.upgrade("/e");
            server.receive(RawConnection.text("some text"));
        }
    }

    private static void echo(Socket socket) {
        socket.onAny((event, args) -> socket.emit("e", event, args));
        socket.on("a", (args, ack) -> ack.send(args.toArray()));
    }

    /** Opens the session by polling. */
    void open() {
        open(4);
    }

    /** The same, for a client that speaks another revision of Engine.IO. */
    void open(int revision) {
        receive("GET /s/?EIO=" + revision + "&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    /** Sends an opening handshake to a path, with an offer to compress. */
    void upgrade(String target) {
        receive("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=9\r\n\r\n");
    }

    void receive(String text) {
        receive(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void receive(byte[] bytes) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            run();
        }
    }

    /** Sends bytes in pieces, each as long as the byte before it says; 0 lets the server's timers run out. */
    void receivePieces(byte[] input) {
        int at = 0;
        while (at < input.length && channel.isOpen()) {
            int length = input[at++] & 0xff;
            if (length == 0) {
                channel.advanceTimeBy(400, TimeUnit.MILLISECONDS);
                run();
            }
            int end = Math.min(input.length, at + (length == 255 ? input.length : length));
            receive(Arrays.copyOfRange(input, at, end));
            at = end;
        }
    }

    @Override
    public void close() {
        // an embedded channel that is closed forgets all timers, those of sessions too: only an open one can tell
        boolean open = channel.isOpen();
        for (int seconds = 0; open && engine.count() > 0 && seconds < 10; seconds++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            run();
            open = channel.isOpen();
        }
        if (open && engine.count() > 0) {
            throw new IllegalStateException("a session outlives its client: " + engine.count());
        }
        channel.finishAndReleaseAll();
        rethrow();
    }

    private void run() {
        channel.runPendingTasks();
        channel.runScheduledPendingTasks();
        // of the frames that are kept for the next connection
        FastThreadLocal.removeAll();
        for (Object out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            if (out instanceof ByteBuf buffer && buffer.refCnt() != 1) {
                throw new IllegalStateException("a buffer is held " + buffer.refCnt() + " times");
            }
            ReferenceCountUtil.release(out);
        }
        channel.checkException();
        rethrow();
    }

    private static void rethrow() {
        Throwable thrown = LOGGED.getAndSet(null);
        if (thrown != null) {
            throw new IllegalStateException("a client caused an exception that is logged with a stack trace", thrown);
        }
    }
}
