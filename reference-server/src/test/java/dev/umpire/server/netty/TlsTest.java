package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TlsTest {
    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.make(folder);
    }

    @Test
    void servesPollingByHttps() throws Exception {
        try (TestServer server = start()) {
            HttpResponse<String> answer = client().send(
                            HttpRequest.newBuilder(uri(server, "https", "polling"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("0{\"sid\":");
        }
    }

    @Test
    void servesWebSocketsByWssAndEndsThemInOrder() throws Exception {
        try (TestServer server = start()) {
            Heard heard = new Heard();
            WebSocket socket = client().newWebSocketBuilder()
                    .buildAsync(uri(server, "wss", "websocket"), heard)
                    .join();
            assertThat(heard.next()).startsWith("0{");
            socket.sendText("4" + "long ".repeat(20_000), true).join();
            assertThat(heard.next()).hasSize(100_001);
            socket.sendText("7 is no packet", true).join();
            assertThat(heard.next()).isEqualTo("closed with 1002");
        }
    }

    @Test
    void endsAConnectionThatSpeaksNoTls() throws IOException {
        try (TestServer server = start();
                RawConnection plain = new RawConnection(server.echo())) {
            plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            plain.readToEnd();
            assertThat(server.io().statistics().sessionsOpened()).isZero();
        }
    }

    @Test
    void saysWhatIsWrongWithACertificate() throws IOException {
        Path noKey = Files.writeString(folder.resolve("no-key.pem"), "nothing");
        Tls tls = new Tls(certificate.certificate(), noKey);
        assertThatThrownBy(() -> new TestServer(ServerOptions.defaults().withTls(tls)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cannot serve TLS with the certificate ")
                .hasMessageContaining(noKey.toString())
                .hasMessageContaining("expected PEM files");
    }

    private static TestServer start() {
        Tls tls = new Tls(certificate.certificate(), certificate.key());
        return new TestServer(ServerOptions.defaults().withTls(tls));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().sslContext(certificate.trusted()).build();
    }

    private static URI uri(TestServer server, String scheme, String transport) {
        return URI.create(
                scheme + "://localhost:" + server.echo().getPort() + "/engine.io/?EIO=4&transport=" + transport);
    }

    /** What a WebSocket of the JDK's client hears. */
    private static final class Heard implements WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final StringBuilder unfinished = new StringBuilder();

        String next() throws InterruptedException {
            return String.valueOf(messages.poll(10, TimeUnit.SECONDS));
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            unfinished.append(data);
            if (last) {
                messages.add(unfinished.toString());
                unfinished.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            messages.add("closed with " + code);
            return WebSocket.Listener.super.onClose(socket, code, reason);
        }
    }
}
