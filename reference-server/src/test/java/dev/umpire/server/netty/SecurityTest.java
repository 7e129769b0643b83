package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.engineio.SessionIds;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest {
    private static final String POLL = "/socket.io/?EIO=4&transport=polling";

    @Test
    void makesIdsOf128BitsThatNeverRepeat() {
        SessionIds ids = SessionIds.random();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.engineId());
            made.add(ids.socketId("engine"));
        }
        assertThat(made)
                .hasSize(20_000)
                .allSatisfy(id -> assertThat(Base64.getUrlDecoder().decode(id)).hasSize(16));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/<script>",
                "/socket.io/<script>",
                "/socket.io/?EIO=<script>&transport=polling",
                "/socket.io/?EIO=4&transport=<script>",
                POLL + "&sid=<script>",
                "/socket.io/?EIO=4&transport=polling&sid=%zz<script>"
            })
    void repeatsNothingOfARequestInItsAnswer(String target) throws IOException {
        try (TestServer server = new TestServer(ServerOptions.defaults());
                RawConnection client = new RawConnection(server.socketIo())) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: <script>\r\nOrigin: <script>\r\nX-<script>: 1\r\n\r\n");
            assertThat(client.readResponse()).startsWith("4").doesNotContain("script");
        }
    }

    @Test
    void letsNoOtherOriginReadUnlessConfigured() throws IOException {
        try (TestServer server = new TestServer(ServerOptions.defaults())) {
            assertThat(headOf(server, POLL, "http://elsewhere.example"))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContainIgnoringCase("Access-Control");
        }
    }

    @Test
    void letsTheOriginsInThatAreConfiguredAndNoOthers() throws IOException {
        Cors cors = Cors.origins("http://here.example");
        try (TestServer server = new TestServer(ServerOptions.defaults().withCors(cors))) {
            assertThat(headOf(server, POLL, "http://here.example"))
                    .startsWith("HTTP/1.1 200")
                    .contains("http://here.example");
            assertThat(headOf(server, POLL, "http://here.example.elsewhere.example"))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("elsewhere");
        }
    }

    @Test
    void opensNoWebSocketForAnotherOriginThanConfigured() throws IOException {
        Cors cors = Cors.origins("http://here.example");
        try (TestServer server = new TestServer(ServerOptions.defaults().withCors(cors));
                RawConnection client = new RawConnection(server.socketIo())) {
            client.send(RawConnection.head("/socket.io/?EIO=4&transport=websocket", 13)
                    .replaceFirst("\r\n", "\r\nOrigin: http://elsewhere.example\r\n"));
            assertThat(client.readResponse()).isEqualTo("403 {\"code\":4,\"message\":\"Forbidden\"}");
        }
    }

    private static String headOf(TestServer server, String target, String origin) throws IOException {
        try (RawConnection client = new RawConnection(server.socketIo())) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nOrigin: " + origin + "\r\n\r\n");
            return client.readHead();
        }
    }
}
