package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import dev.umpire.server.Timings;
import dev.umpire.server.app.ConformanceApp;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShutdownTest {
    @Test
    void tellsAWebSocketThatItGoesAwayAfterWhatWasEmitted() throws IOException {
        SocketIoServer server = start(Duration.ofSeconds(10));
        try (RawConnection client = RawConnection.webSocket(server.address(), "", text("40"))) {
            client.readHead();
            client.readText();
            assertThat(client.readText()).startsWith("40{");
            assertThat(client.readText()).isEqualTo("42[\"auth\",{}]");
            server.emit("last", "words");
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            assertThat(client.readText()).isEqualTo("42[\"last\",\"words\"]");
            assertThat(client.readCloseCode()).isEqualTo(1001);
            closed.join();
        }
    }

    @Test
    void letsAPollingClientFetchItsLastMessages() throws IOException {
        SocketIoServer server = start(Duration.ofSeconds(10));
        try (RawConnection client = new RawConnection(server.address())) {
            // given a client between two polls
            String target = "/socket.io/?EIO=4&transport=polling";
            client.send(request("GET", target, ""));
            String open = client.readResponse();
            String session = target + "&sid=" + open.substring(13, open.indexOf('"', 13));
            client.send(request("POST", session, "40") + request("GET", session, ""));
            assertThat(client.readResponse()).isEqualTo("200 ok");
            assertThat(client.readResponse()).startsWith("200 40{");
            server.emit("last", "words");
            // when the server stops
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            // then it waits for the client to come
            while (server.isServing()) {
                Thread.onSpinWait();
            }
            client.quiet(300);
            client.send(request("GET", session, "") + request("GET", session, ""));
            assertThat(client.readResponse()).isEqualTo("200 42[\"last\",\"words\"]");
            assertThat(client.readResponse()).isEqualTo("200 1");
            closed.join();
        }
    }

    @Test
    void doesNotWaitForClientsThatNeverCome() throws IOException {
        SocketIoServer server = start(Duration.ofMillis(100));
        try (RawConnection client = new RawConnection(server.address())) {
            client.send(request("GET", "/socket.io/?EIO=4&transport=polling", ""));
            client.readResponse();
            assertThat(server.statistics().sessions()).isEqualTo(1);
            server.close();
            assertThat(client.isEnded()).isTrue();
        }
    }

    private static SocketIoServer start(Duration shutdownTimeout) {
        Timings timings = Timings.defaults().withShutdownTimeout(shutdownTimeout);
        SocketIoServer server = SocketIoServer.create(ServerOptions.defaults().withTimings(timings));
        ConformanceApp.install(server);
        return server.start();
    }

    private static String request(String method, String target, String body) {
        return method + " " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
