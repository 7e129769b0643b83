package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.Limits;
import dev.umpire.server.ServerOptions;
import dev.umpire.server.socketio.Socket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for clients that do not read is bounded, and nobody else notices. */
@Timeout(60)
class SlowReaderTest {
    private static final int LIMIT = 1_000_000;
    private static final String FILLING = "x".repeat(8000);
    /** More than one emit, and what is taken out of the count while it is handed over. */
    private static final int TOLERANCE = 100_000;
    /** Far more emits than what a connection's two ends keep in the operating system. */
    private static final int MANY = 20_000;

    private final TestServer server =
            new TestServer(ServerOptions.defaults().withLimits(Limits.defaults().withMaxBuffered(LIMIT)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void closesAWebSocketThatDoesNotReadAndNoOther() throws Exception {
        try (RawConnection good = webSocket();
                RawConnection slow = webSocket()) {
            CompletableFuture<String> reason = disconnectionOf(newest());

            int emitted = broadcastUntil(reason, good);

            assertThat(reason.get()).isEqualTo("buffer exceeded");
            assertStillServed(good, emitted);
            await(() -> server.io().bufferedBytes() == 0);
            // it does not get what waited: that is gone
            assertThat(slow.readToEnd()).isLessThan((long) emitted * FILLING.length() - LIMIT / 2);
        }
    }

    @Test
    void closesAPollingClientThatDoesNotPollAndNoOther() throws Exception {
        String sid = polling();
        CompletableFuture<String> reason = disconnectionOf(newest());
        try (RawConnection good = webSocket()) {

            int emitted = broadcastUntil(reason, good);

            assertThat(reason.get()).isEqualTo("buffer exceeded");
            assertStillServed(good, emitted);
            await(() -> server.io().bufferedBytes() == 0);
            assertThat(get(sid)).isEqualTo("400 {\"code\":1,\"message\":\"Session ID unknown\"}");
        }
    }

    @Test
    void givesAWebSocketThatIsSlowWithinTheLimitEverything() throws Exception {
        try (RawConnection slow = webSocket()) {
            CompletableFuture<String> reason = disconnectionOf(newest());
            Semaphore heard = new Semaphore(0);
            newest().on("barrier", (args, ack) -> heard.release());
            int emitted = 0;
            while (server.io().bufferedBytes() < LIMIT / 2) {
                while (server.io().bufferedBytes() < LIMIT / 2) {
                    server.io().emit("n", emitted++, FILLING);
                    assertThat(emitted).isLessThan(MANY);
                }
                // when the loop has read twice, it has written all that the operating system takes
                for (int i = 0; i < 2; i++) {
                    slow.send(text("42[\"barrier\"]"));
                    heard.acquire();
                }
            }

            assertThat(reason).isNotDone();
            for (int n = 0; n < emitted; n++) {
                assertThat(slow.readText()).isEqualTo(event(n));
            }
            assertStillServed(slow, emitted);
        }
    }

    @Test
    void givesAPollingClientThatIsSlowWithinTheLimitEverything() throws Exception {
        String sid = polling();
        int emitted = 0;
        while (server.io().bufferedBytes() < LIMIT / 2) {
            server.io().emit("n", emitted++, FILLING);
            assertThat(emitted).isLessThan(MANY);
        }

        List<String> received = new ArrayList<>();
        while (received.size() < emitted) {
            received.addAll(List.of(get(sid).substring(4).split("\u001e")));
        }

        for (int n = 0; n < emitted; n++) {
            assertThat(received.get(n)).isEqualTo("4" + event(n).substring(1));
        }
        assertThat(received).hasSize(emitted);
    }

    @Test
    void dropsVolatileEmitsAndKeepsTheirReceiver() throws Exception {
        try (RawConnection slow = webSocket()) {
            for (int n = 0; n < MANY; n++) {
                server.io().volatile_().emit("n", n, FILLING);
                assertThat(server.io().bufferedBytes()).isLessThan(LIMIT + TOLERANCE);
            }
            server.io().emit("last");

            int received = 0;
            int latest = -1;
            for (String text = slow.readText(); !text.equals("42[\"last\"]"); text = slow.readText()) {
                int number = Integer.parseInt(text.substring(7, text.indexOf(',', 7)));
                assertThat(number).isGreaterThan(latest);
                latest = number;
                received++;
            }
            assertThat(received).isBetween(1, MANY - 1);
        }
    }

    @Test
    void takesOneMessageAboveTheLimit() throws Exception {
        String large = "y".repeat(3 * LIMIT);
        try (RawConnection client = webSocket()) {
            server.io().emit("n", 0, large);

            assertThat(client.readText()).isEqualTo("42[\"n\",0,\"" + large + "\"]");
        }
    }

    /** Emits one after the other as the good client receives them; how many there were. */
    private int broadcastUntil(CompletableFuture<String> end, RawConnection good) throws IOException {
        int n = 0;
        while (!end.isDone()) {
            assertThat(n).as("emits without an end of the slow client").isLessThan(MANY);
            server.io().emit("n", n, FILLING);
            assertThat(server.io().bufferedBytes()).isLessThan(LIMIT + TOLERANCE);
            assertThat(good.readText()).isEqualTo(event(n));
            n++;
        }
        return n;
    }

    private void assertStillServed(RawConnection good, int next) throws IOException {
        server.io().emit("n", next, FILLING);
        assertThat(good.readText()).isEqualTo(event(next));
    }

    private static String event(int n) {
        return "42[\"n\"," + n + ",\"" + FILLING + "\"]";
    }

    /** The socket that connected last. */
    private Socket newest() {
        List<Socket> sockets = server.io().fetchSockets();
        return sockets.stream()
                .max(Comparator.comparing(socket -> socket.handshake().time()))
                .orElseThrow();
    }

    private static CompletableFuture<String> disconnectionOf(Socket socket) {
        CompletableFuture<String> reason = new CompletableFuture<>();
        socket.onDisconnect(reason::complete);
        return reason;
    }

    private RawConnection webSocket() throws IOException {
        RawConnection connection = RawConnection.webSocket(server.socketIo(), "", text("40"));
        connection.readHead();
        connection.readText(); // open
        connection.readText(); // connected
        connection.readText(); // auth
        return connection;
    }

    private String polling() throws IOException {
        String open = get("");
        String sid = open.substring(open.indexOf("\"sid\":\"") + 7, open.indexOf("\",\"upgrades"));
        assertThat(request("POST " + path(sid) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n40"))
                .isEqualTo("200 ok");
        get(sid);
        return sid;
    }

    private String get(String sid) throws IOException {
        return request(target(sid));
    }

    private String target(String sid) {
        return "GET " + path(sid) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private String path(String sid) {
        return "/socket.io/?EIO=4&transport=polling" + (sid.isEmpty() ? "" : "&sid=" + sid);
    }

    private String request(String text) throws IOException {
        try (RawConnection connection = new RawConnection(server.socketIo())) {
            connection.send(text);
            return connection.readResponse();
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
            Thread.onSpinWait();
        }
    }
}
