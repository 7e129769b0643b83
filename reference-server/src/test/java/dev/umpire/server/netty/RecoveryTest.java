package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.socketio.Recovery;
import dev.umpire.server.socketio.Socket;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Pattern CONNECTED = Pattern.compile("40\\{\"sid\":\"([^\"]+)\",\"pid\":\"([^\"]+)\"}");
    private static final Pattern GREETED = Pattern.compile("42\\[\"auth\",\\{.*},\"([^\"]+)\"]");

    private final BlockingQueue<Socket> connected = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> gone = new LinkedBlockingQueue<>();
    private @Nullable TestServer server;

    /** A client's socket as its client sees it. */
    private record Seen(String sid, String pid, String offset) {
        String auth() {
            return "{\"pid\":\"" + pid + "\",\"offset\":\"" + offset + "\"}";
        }
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void restoresIdRoomsDataAndMissedEvents() throws Exception {
        TestServer io = start(Recovery.within(Duration.ofMinutes(1)));
        Seen before;
        try (RawConnection connection = open(io)) {
            before = join(connection, "");
        }
        Socket socket = connected.take();
        socket.join("red");
        socket.data().put("name", "ann");
        gone.take();
        io.io().to("red").emit("n", 1);
        io.io().volatile_().emit("n", 2);
        io.io().to("blue").emit("n", 3);
        io.io().except("red").emit("n", 4);
        socket.emit("n", 5, new byte[] {1});

        // the greeting came before the rooms were joined, which is when the client knows its offset
        try (RawConnection connection = open(io)) {
            connection.send(text("40" + before.auth()));

            assertThat(connection.readText())
                    .isEqualTo("40{\"sid\":\"" + before.sid() + "\",\"pid\":\"" + before.pid() + "\"}");
            assertThat(connection.readText()).startsWith("42[\"n\",1,\"");
            assertThat(connection.readText()).startsWith("451-[\"n\",5,{\"_placeholder\":true,\"num\":0},\"");
            assertThat(connection.readFrame().payload()).containsExactly(1);
            Socket again = connected.take();
            assertThat(again.recovered()).isTrue();
            assertThat(again.rooms()).isEqualTo(Set.of(before.sid(), "red"));
            assertThat(again.data()).containsEntry("name", "ann");
            assertThat(connection.readText()).startsWith("42[\"auth\",");
            io.io().to("red").emit("n", 6);
            assertThat(connection.readText()).startsWith("42[\"n\",6,\"");
        }
    }

    @Test
    void startsAfreshAfterAClientLeft() throws Exception {
        TestServer io = start(Recovery.within(Duration.ofMinutes(1)));
        try (RawConnection connection = open(io)) {
            Seen before = join(connection, "");
            connection.send(text("41"));
            assertThat(gone.take()).isEqualTo("client namespace disconnect");

            Seen after = join(connection, before.auth());

            assertThat(after.sid()).isNotEqualTo(before.sid());
            assertThat(after.pid()).isNotEqualTo(before.pid());
        }
    }

    @Test
    void recoversAgainAndAgain() throws Exception {
        TestServer io = start(Recovery.within(Duration.ofMinutes(1)));
        Seen seen = new Seen("", "", "");
        for (int i = 0; i < 5; i++) {
            try (RawConnection connection = open(io)) {
                Seen next = join(connection, i == 0 ? "" : seen.auth());
                if (i > 0) {
                    assertThat(next.sid()).isEqualTo(seen.sid());
                }
                seen = next;
            }
            gone.take();
        }
    }

    @Test
    void asksTheMiddlewareAgainUnlessToldNotTo() throws Exception {
        for (Recovery recovery : new Recovery[] {
            Recovery.within(Duration.ofMinutes(1)),
            Recovery.within(Duration.ofMinutes(1)).skippingMiddleware()
        }) {
            TestServer io = start(recovery);
            Seen before;
            try (RawConnection connection = open(io)) {
                before = join(connection, "");
            }
            gone.take();
            io.io().use((socket, next) -> next.refuse("no", null));
            try (RawConnection connection = open(io)) {
                connection.send(text("40" + before.auth()));

                assertThat(connection.readText()).startsWith(recovery.skipsMiddleware() ? "40{" : "44{");
            }
            io.close();
        }
    }

    @Test
    void offersNothingWhereItIsOff() throws Exception {
        TestServer io = start(Recovery.within(Duration.ofMinutes(1)).onlyIn("/recoverable"::equals));
        try (RawConnection connection = open(io)) {
            connection.send(text("40"));

            assertThat(connection.readText()).doesNotContain("pid");
            assertThat(connection.readText()).isEqualTo("42[\"auth\",{}]");
        }
    }

    @Test
    void keepsADynamicNamespaceForThoseWhoMayComeBack() throws Exception {
        TestServer io = start(Recovery.within(Duration.ofMinutes(1)));
        io.io().of(Pattern.compile("/on-demand")).onConnection(socket -> socket.onDisconnect(gone::add));
        String answer;
        try (RawConnection connection = open(io)) {
            connection.send(text("40/on-demand,"));
            answer = connection.readText();
        }
        gone.take();
        try (RawConnection connection = open(io)) {
            connection.send(text("40" + answer.substring(2)));

            assertThat(connection.readText()).isEqualTo(answer);
        }
    }

    private TestServer start(Recovery recovery) {
        TestServer started = new TestServer(ServerOptions.defaults().withRecovery(recovery));
        started.io().onConnection(socket -> {
            connected.add(socket);
            socket.onDisconnect(gone::add);
        });
        server = started;
        return started;
    }

    private static RawConnection open(TestServer server) throws IOException {
        RawConnection connection = RawConnection.webSocket(server.socketIo(), "", new byte[0]);
        assertThat(connection.readHead()).startsWith("HTTP/1.1 101");
        assertThat(connection.readText()).startsWith("0{");
        return connection;
    }

    private static Seen join(RawConnection connection, String auth) throws IOException {
        connection.send(text("40" + auth));
        Matcher answer = CONNECTED.matcher(connection.readText());
        assertThat(answer.matches()).isTrue();
        Matcher greeting = GREETED.matcher(connection.readText());
        assertThat(greeting.matches()).isTrue();
        return new Seen(answer.group(1), answer.group(2), greeting.group(1));
    }
}
