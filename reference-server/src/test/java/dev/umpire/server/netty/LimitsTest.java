package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.server.Limits;
import dev.umpire.server.ServerOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Limits DEFAULTS = Limits.defaults();
    private static final String OPEN = "GET /engine.io/?EIO=4&transport=polling";
    private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";

    @Test
    void refusesOneNamespaceTooManyUntilAnotherIsLeft() throws IOException {
        try (TestServer server = server(DEFAULTS.withMaxNamespaces(2));
                RawConnection client = connect(server)) {
            join(client, "/");
            join(client, "/custom");

            client.send(text("40/dynamic-1,"));
            assertThat(client.readText()).isEqualTo("44/dynamic-1,{\"message\":\"Too many namespaces\"}");

            client.send(text("41/custom,"));
            join(client, "/dynamic-1");
        }
    }

    @Test
    void refusesALongNameOfANamespace() throws IOException {
        try (TestServer server = server(DEFAULTS.withMaxNamespaceLength("/dynamic-1".length()));
                RawConnection client = connect(server)) {
            client.send(text("40/dynamic-11,"));
            assertThat(client.readText()).isEqualTo("44/dynamic-11,{\"message\":\"Invalid namespace\"}");

            join(client, "/dynamic-1");
        }
    }

    @Test
    void refusesALongRequestLine() throws IOException {
        try (TestServer server = server(http(100, 8192, 64, 60))) {
            assertThat(answer(server, OPEN + "&x=" + "a".repeat(20) + HOST + "\r\n"))
                    .startsWith("200 0{");
            assertThat(answer(server, OPEN + "&x=" + "a".repeat(100) + HOST + "\r\n"))
                    .startsWith("400 ");
        }
    }

    @Test
    void refusesLongHeaderFields() throws IOException {
        try (TestServer server = server(http(4096, 100, 64, 60))) {
            assertThat(answer(server, OPEN + HOST + "X: " + "a".repeat(50) + "\r\n\r\n"))
                    .startsWith("200 0{");
            assertThat(answer(server, OPEN + HOST + "X: " + "a".repeat(100) + "\r\n\r\n"))
                    .startsWith("400 ");
        }
    }

    @Test
    void closesAConnectionWithTooManyRequestsInARow() throws IOException {
        try (TestServer server = server(http(4096, 8192, 2, 60));
                RawConnection client = new RawConnection(server.echo())) {
            client.send(OPEN + HOST + "\r\n");
            String open = client.readResponse();
            String sid = open.substring(13, open.indexOf('"', 13));

            // the first waits for a message, and those behind it for their turn
            client.send(OPEN + "&sid=" + sid + HOST + "\r\n" + ("GET /" + HOST + "\r\n").repeat(2));

            assertThat(client.readToEnd()).isZero();
        }
    }

    @Test
    void refusesASessionTooManyUntilAnotherEnds() throws IOException {
        try (TestServer server = server(DEFAULTS.withMaxSessions(1));
                RawConnection first = RawConnection.webSocket(server.echo(), "", new byte[0])) {
            first.readHead();
            first.readText();
            assertThat(answer(server, OPEN + HOST + "\r\n"))
                    .isEqualTo("503 {\"code\":6,\"message\":\"Too many sessions\"}");
            try (RawConnection second = RawConnection.webSocket(server.echo(), "", new byte[0])) {
                assertThat(second.readHead()).startsWith("HTTP/1.1 503");
                assertThat(second.readToEnd()).isPositive();
            }
            first.send(text("1"));
            assertThat(first.readCloseCode()).isEqualTo(1000);
            assertThat(answer(server, OPEN + HOST + "\r\n")).startsWith("200 0{");
        }
    }

    @Test
    void closesAConnectionTooManyAtOnce() throws IOException {
        HttpLimits one = HttpLimits.defaults().withMaxConnections(1);
        try (TestServer server = server(DEFAULTS.withHttp(one));
                RawConnection first = new RawConnection(server.echo())) {
            first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(first.readResponse()).isEqualTo("404 Not Found");
            try (RawConnection second = new RawConnection(server.echo())) {
                assertThat(second.readToEnd()).isZero();
            }
            first.send(OPEN + HOST + "\r\n");
            assertThat(first.readResponse()).startsWith("200 0{");
        }
    }

    @Test
    void closesAConnectionThatNeverCompletesItsRequest() throws IOException {
        try (TestServer server =
                        server(DEFAULTS.withHttp(HttpLimits.defaults().withRequestTimeout(Duration.ofMillis(200))));
                RawConnection client = new RawConnection(server.echo())) {
            client.send(OPEN + HOST);

            assertThat(client.readToEnd()).isZero();
        }
    }

    @Test
    void saysWhichLimitLetsNobodyIn() {
        assertThatThrownBy(() -> DEFAULTS.withMaxBuffered(0)).hasMessage("maxBuffered must be at least 1 but is 0");
        assertThatThrownBy(() -> http(0, 1, 1, 1))
                .hasMessage("limits of requests must be at least 1 but are 0, 1 and 1");
        assertThatThrownBy(() -> http(1, 1, 1, 0)).hasMessage("requestTimeout must be longer than nothing but is PT0S");
    }

    private static Limits http(int line, int headers, int pipelined, int seconds) {
        return DEFAULTS.withHttp(new HttpLimits(1000, line, headers, pipelined, Duration.ofSeconds(seconds)));
    }

    private static TestServer server(Limits limits) {
        return new TestServer(ServerOptions.defaults().withLimits(limits));
    }

    private static RawConnection connect(TestServer server) throws IOException {
        RawConnection client = RawConnection.webSocket(server.socketIo(), "", new byte[0]);
        client.readHead();
        client.readText();
        return client;
    }

    private static void join(RawConnection client, String namespace) throws IOException {
        String name = namespace.equals("/") ? "" : namespace + ",";
        client.send(text("40" + name));
        assertThat(client.readText()).startsWith("40" + name + "{\"sid\":");
        assertThat(client.readText()).isEqualTo("42" + name + "[\"auth\",{}]");
    }

    private static String answer(TestServer server, String request) throws IOException {
        try (RawConnection connection = new RawConnection(server.echo())) {
            connection.send(request);
            return connection.readResponse();
        }
    }
}
