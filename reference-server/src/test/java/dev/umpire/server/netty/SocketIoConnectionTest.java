package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.frame;
import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketIoConnectionTest {
    private final TestServer server = new TestServer(ServerOptions.defaults());

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4abc",
                "42{}",
                "42[]",
                "42",
                "42[\"disconnect\"]",
                "42[null]",
                "44{\"message\":\"x\"}",
                "43",
                "40",
                "42/other,[\"a\"]",
                "451-/other,[\"a\",{\"_placeholder\":true,\"num\":0}]",
                "2",
                "7"
            })
    void closesAConnectionWithAnInvalidPacketAndNoOther(String packet) throws IOException {
        try (RawConnection bystander = connect();
                RawConnection connection = connect()) {
            connection.send(text(packet));

            assertThat(connection.readCloseCode()).isIn(1000, 1002);
            bystander.send(text("420[\"message-with-ack\",1]"));
            assertThat(bystander.readText()).isEqualTo("430[1]");
        }
    }

    @Test
    void closesAConnectionWithTooDeepJson() throws IOException {
        try (RawConnection bystander = connect();
                RawConnection connection = connect()) {
            connection.send(text("42[\"message\"," + "[".repeat(400_000) + "]".repeat(400_000) + "]"));

            assertThat(connection.readCloseCode()).isEqualTo(1000);
            bystander.send(text("420[\"message-with-ack\",1]"));
            assertThat(bystander.readText()).isEqualTo("430[1]");
        }
    }

    @Test
    void keepsTheOrderOfBroadcastsAndDirectEmitsOfOneThread() throws Exception {
        CountDownLatch connected = new CountDownLatch(1);
        List<String> expected = new ArrayList<>();
        try (RawConnection connection = connect()) {
            Thread emitter = new Thread(() -> {
                for (int i = 0; i < 2000; i += 2) {
                    server.io().emit("n", i);
                    server.io().fetchSockets().get(0).emit("n", i + 1);
                }
                connected.countDown();
            });
            emitter.start();
            for (int i = 0; i < 2000; i++) {
                expected.add("42[\"n\"," + i + "]");
            }

            List<String> received = new ArrayList<>();
            while (received.size() < expected.size()) {
                received.add(connection.readText());
            }
            connected.await();

            assertThat(received).isEqualTo(expected);
        }
    }

    @Test
    void neverPutsAnythingBetweenAPacketAndItsAttachments() throws Exception {
        try (RawConnection connection = connect()) {
            List<Thread> emitters = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                byte[] bytes = {(byte) t};
                emitters.add(new Thread(() -> {
                    for (int i = 0; i < 200; i++) {
                        server.io().emit("b", bytes, bytes);
                        server.io().emit("t");
                    }
                }));
            }
            emitters.forEach(Thread::start);

            for (int i = 0; i < 1600; i++) {
                String packet = connection.readText();
                if (packet.startsWith("45")) {
                    Frame first = connection.readFrame();
                    Frame second = connection.readFrame();
                    assertThat(first.opcode()).isEqualTo(Frame.BINARY);
                    assertThat(second.payload()).isEqualTo(first.payload());
                }
            }
        }
    }

    @Test
    void keepsOtherNamespacesWhenOneIsLeft() throws IOException {
        try (RawConnection connection = connect()) {
            connection.send(text("40/custom,"));
            assertThat(connection.readText()).startsWith("40/custom,{\"sid\":\"");
            assertThat(connection.readText()).isEqualTo("42/custom,[\"auth\",{}]");
            connection.send(text("41"), text("42/custom,0[\"message-with-ack\"]"));

            assertThat(connection.readText()).isEqualTo("43/custom,0[]");
            connection.send(text("40"));
            assertThat(connection.readText()).startsWith("40{");
        }
    }

    @Test
    void survivesAHandlerThatThrows() throws IOException {
        server.io()
                .onConnection(socket -> socket.on("fail", (args, ack) -> {
                    throw new IllegalStateException("on purpose");
                }));
        try (RawConnection connection = connect()) {
            connection.send(text("42[\"fail\"]"), text("420[\"message-with-ack\",1]"));

            assertThat(connection.readText()).isEqualTo("430[1]");
        }
    }

    @Test
    void closesAConnectionWithoutANamespaceInTime() throws IOException {
        try (TestServer impatient =
                        new TestServer(ServerOptions.defaults().withConnectTimeout(Duration.ofMillis(200)));
                RawConnection connection = RawConnection.webSocket(impatient.socketIo(), "", new byte[0])) {
            connection.readHead();
            connection.readText();

            assertThat(connection.readCloseCode()).isEqualTo(1000);
        }
    }

    @Test
    void pingsAtEveryIntervalAndClosesWithoutAPong() throws IOException {
        try (TestServer lively = new TestServer(ServerOptions.defaults()
                        .withPingInterval(Duration.ofMillis(100))
                        .withPingTimeout(Duration.ofMillis(300)));
                RawConnection connection = RawConnection.webSocket(lively.echo(), "", new byte[0])) {
            connection.readHead();
            connection.readText();
            for (int i = 0; i < 3; i++) {
                assertThat(connection.readText()).isEqualTo("2");
                connection.send(text("3"), frame(0x8A, new byte[0]));
            }

            assertThat(connection.readText()).isEqualTo("2");
            assertThat(connection.readFrame().opcode()).isEqualTo(Frame.CLOSE);
        }
    }

    private RawConnection connect() throws IOException {
        RawConnection connection = RawConnection.webSocket(server.socketIo(), "", new byte[0]);
        assertThat(connection.readHead()).startsWith("HTTP/1.1 101");
        assertThat(connection.readText()).startsWith("0{");
        connection.send(text("40"));
        assertThat(connection.readText()).startsWith("40{\"sid\":\"");
        assertThat(connection.readText()).isEqualTo("42[\"auth\",{}]");
        return connection;
    }
}
