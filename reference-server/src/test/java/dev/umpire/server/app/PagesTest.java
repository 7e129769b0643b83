package dev.umpire.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PagesTest {
    @Test
    void saysThatItServes() throws Exception {
        try (SocketIoServer server = start()) {
            HttpResponse<String> health = get(server, "/healthz");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"serving\"}");
            assertThat(get(server, "/healthz/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysThatItIsStopping() {
        SocketIoServer server = SocketIoServer.create(ServerOptions.defaults());
        assertThat(HealthPage.of(server).status()).isEqualTo(503);
        server.start();
        assertThat(HealthPage.of(server).status()).isEqualTo(200);
        server.close();
        assertThat(HealthPage.of(server).status()).isEqualTo(503);
        assertThat(HealthPage.of(server).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"status\":\"stopping\"}");
    }

    @Test
    void showsItsFiguresToPrometheus() throws Exception {
        try (SocketIoServer server = start()) {
            // given a client in a room, to which two events were sent, and which sent one
            CompletableFuture<Object> answered = new CompletableFuture<>();
            Socket client = IO.socket(
                    server.address().resolve("/"),
                    IO.Options.builder()
                            .setTransports(new String[] {"websocket"})
                            .build());
            server.onConnection(socket -> socket.join("a room"));
            client.on("message-back", args -> answered.complete(args[0]));
            client.on(Socket.EVENT_CONNECT, args -> client.emit("message", 1));
            client.connect();
            answered.get(10, TimeUnit.SECONDS);
            // when Prometheus asks
            HttpResponse<String> metrics = get(server, "/metrics");
            // then it reads
            assertThat(metrics.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(metrics.body().lines())
                    .contains(
                            "umpire_sessions 1.0",
                            "umpire_sockets 1.0",
                            "umpire_rooms 1.0",
                            "umpire_sessions_opened_total 1.0",
                            "umpire_emits_dropped_total 0.0",
                            "umpire_waiting_bytes 0.0",
                            "# TYPE umpire_messages_sent_total counter",
                            // CONNECT and the event
                            "umpire_messages_received_total 2.0",
                            // CONNECT, auth, message-back
                            "umpire_messages_sent_total 3.0")
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
            client.close();
        }
    }

    @Test
    void showsNoFiguresUnlessAsked() throws Exception {
        SocketIoServer server = SocketIoServer.create(ServerOptions.defaults()).start();
        try (server) {
            assertThat(get(server, "/metrics").statusCode()).isEqualTo(404);
        }
    }

    private static SocketIoServer start() {
        SocketIoServer server = SocketIoServer.create(ServerOptions.defaults());
        ConformanceApp.install(server);
        HealthPage.install(server);
        MetricsPage.install(server);
        return server.start();
    }

    private static HttpResponse<String> get(SocketIoServer server, String path)
            throws IOException, InterruptedException {
        URI uri = server.address().resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
