package dev.umpire.example;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.junit.SocketIoConformance;
import dev.umpire.suites.rule.Rule;
import dev.umpire.suites.rule.Suite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges {@link EchoServer}, and with it netty-socketio. */
class EchoServerConformanceTest extends SocketIoConformance {
    private static final Set<Suite> SUITES = EnumSet.of(Suite.EVENTS, Suite.ACKNOWLEDGEMENTS, Suite.NAMESPACES);

    private @Nullable EchoServer server;

    @Override
    protected URI startServer() throws IOException {
        server = new EchoServer();
        return URI.create("http://127.0.0.1:" + server.start());
    }

    @Override
    protected void stopServer() {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    protected boolean includes(Rule rule) {
        return SUITES.contains(rule.suite()) && rule.tier() != Tier.UMPIRE;
    }

    @Override
    protected Path knownFailures() {
        return Path.of("src/test/resources/known-failures.tsv");
    }
}
