package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages that a server hands out beside Socket.IO. */
class PageTest {
    private static final byte[] BODY = "<h1>Böden</h1>".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "text/html; charset=UTF-8", "X-Made-By", "us");

    private final SocketIoServer server = SocketIoServer.create(ServerOptions.defaults())
            .withPage("/", HEADERS, BODY)
            .start();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areAnsweredWithTheirHeaders() throws Exception {
        // when
        HttpResponse<String> answer = send("/?from=elsewhere", "GET");

        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("<h1>Böden</h1>");
        assertThat(answer.headers().firstValue("X-Made-By")).contains("us");
    }

    @Test
    void takeNothing() throws Exception {
        // when
        HttpResponse<String> answer = send("/", "POST");

        // then
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void leaveSocketIoAndTheRestAsTheyWere() throws Exception {
        // then
        assertThat(send("/socket.io/?EIO=4&transport=polling", "GET").body()).startsWith("0{");
        assertThat(send("/other", "GET").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send(String path, String method) throws Exception {
        return http.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .method(method, method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
