package dev.umpire.cli.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.app.ConformanceApp;
import dev.umpire.server.netty.Cors;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The page pointed at a server of another origin. */
class OtherServerInChromiumTest extends CourtInChromium {

    @Test
    void playsWithAServerOfAnotherOriginAndPath() {
        // given
        SocketIoServer other = other(options -> options.withCors(Cors.anyOrigin()));
        SocketIoServer pages = pagesFor(other);

        // when
        Rally rally = rally(pages);
        rally.press("broadcast");

        // then
        rally.says("Ben and Cleo received ball 1; Anna did not. Just as documented.");
        assertThat(pages.connectionCount()).isZero();
        assertThat(other.connectionCount()).isEqualTo(3);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void saysWhatMayBeWrongIfTheServerLetsNobodyIn() {
        // given
        SocketIoServer other = other(options -> options);
        SocketIoServer pages = pagesFor(other);

        // when
        Rally rally = new Rally(chromium.open(pages.address().resolve("/").toString()));

        // then
        rally.says("Anna cannot reach " + origin(other) + " (xhr poll error). Is it up, and does it let pages of "
                + origin(pages) + " in (CORS)?");
    }

    private SocketIoServer other(UnaryOperator<ServerOptions> options) {
        return server(
                given -> options.apply(given.withPath("/elsewhere/")),
                ConformanceApp::install,
                new Court("", "/elsewhere/"));
    }

    private SocketIoServer pagesFor(SocketIoServer other) {
        return server(
                options -> options,
                io -> {},
                new Court(origin(other), other.options().endpoint().path()));
    }

    private static String origin(SocketIoServer server) {
        URI address = server.address();
        return address.getScheme() + "://" + address.getAuthority();
    }
}
