package dev.umpire.server.netty;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.app.ConformanceApp;
import java.net.URI;
import java.time.Duration;

/** A server with the conformance app and the Engine.IO echo on a free port. */
final class TestServer implements AutoCloseable {
    private static final Duration SHUTDOWN = Duration.ofMillis(100);

    private final SocketIoServer server;

    TestServer(ServerOptions options) {
        server = SocketIoServer.create(options.withTimings(options.timings().withShutdownTimeout(SHUTDOWN)))
                .withEngineEcho("/engine.io/");
        ConformanceApp.install(server);
        server.start();
    }

    URI socketIo() {
        return server.address();
    }

    URI echo() {
        return server.address().resolve("/engine.io/");
    }

    SocketIoServer io() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
