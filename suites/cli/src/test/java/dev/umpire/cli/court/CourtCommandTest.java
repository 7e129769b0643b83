package dev.umpire.cli.court;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command's part: which pages the server hands out. */
class CourtCommandTest {
    private static final int MOST_BYTES = 100_000;

    private final CourtCommand command = new CourtCommand();
    private final StringWriter errors = new StringWriter();
    private final CommandLine line = new CommandLine(command).setErr(new PrintWriter(errors));
    private final SocketIoServer server = SocketIoServer.create(ServerOptions.defaults());
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesAPageThatIsLightAndMayNotBeFramed() throws Exception {
        // given
        start();

        // when
        HttpResponse<String> page = get("/");

        // then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(page.body()).hasSizeLessThan(MOST_BYTES).contains("Who receives what?");
    }

    @Test
    void withoutAPageNothingButSocketIoIsServed() throws Exception {
        // given
        start("--no-page");

        // then
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/socket.io/?EIO=4&transport=polling").statusCode()).isEqualTo(200);
    }

    @Test
    void socketIoStaysWhereItIs() throws Exception {
        // given
        start();

        // then
        assertThat(get("/socket.io/?EIO=4&transport=polling").body()).startsWith("0{\"sid\":");
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(http.send(
                                HttpRequest.newBuilder(server.address().resolve("/"))
                                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void thePageForAnotherServerMayTalkToThatOneOnly() throws Exception {
        // given
        start("--page-for", "https://example.org:8443/deep/socket.io/");

        // when
        String page = get("/").body();

        // then
        assertThat(page)
                .contains("connect-src https://example.org:8443 wss://example.org:8443;")
                .contains("data-target=\"https://example.org:8443\" data-path=\"/deep/socket.io/\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:3000", "ftp://localhost", "http:///x", "http://local host"})
    void refusesAnAddressThatIsNone(String address) {
        assertThat(line.execute("--port=0", "--host=127.0.0.1", "--page-for", address))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--page-for");
    }

    private void start(String... arguments) {
        line.parseArgs(arguments);
        command.equip(server);
        server.start();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = server.address().resolve(path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
