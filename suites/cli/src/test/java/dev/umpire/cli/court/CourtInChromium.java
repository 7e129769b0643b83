package dev.umpire.cli.court;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.umpire.fixtures.browser.InChromium;
import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.app.ConformanceApp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;

/** Tests of the served page in a real browser, which is started once for those of a class. */
@Isolated("a browser that gets no time shows pages late")
abstract class CourtInChromium extends InChromium {
    private final List<SocketIoServer> servers = new ArrayList<>();

    @AfterEach
    void closeServers() {
        servers.forEach(SocketIoServer::close);
    }

    /** A server with the conformance app and the page. */
    SocketIoServer server() {
        return server(options -> options, ConformanceApp::install, new Court("", "/socket.io/"));
    }

    SocketIoServer server(UnaryOperator<ServerOptions> options, Consumer<SocketIoServer> app, Court court) {
        SocketIoServer server = SocketIoServer.create(options.apply(ServerOptions.defaults()));
        servers.add(server);
        app.accept(server);
        court.equip(server, complaint -> {
            throw new AssertionError(complaint);
        });
        return server.start();
    }

    /** The page with everyone connected, and without journeys of the ball, which take time. */
    Rally rally(SocketIoServer server) {
        Page page = chromium.open(
                server.address().resolve("/").toString(),
                new Browser.NewContextOptions().setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE));
        return new Rally(page).everyoneIsHere();
    }
}
