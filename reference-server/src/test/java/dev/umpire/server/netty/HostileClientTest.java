package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.frame;
import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.Limits;
import dev.umpire.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that mean harm: each costs the server little and for a limited time, and others nothing. */
@Timeout(60)
class HostileClientTest {
    private static final Duration SOON = Duration.ofMillis(300);
    private static final String OPEN = "GET /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"GET /engine.io/", OPEN, OPEN + "X: y\r\n"})
    void givesAHeaderThatTricklesInNoMoreTimeThanARequest(String begun) throws IOException {
        try (TestServer server = start();
                RawConnection client = new RawConnection(server.echo())) {
            client.send(begun);
            assertThat(client.tricklesUntilClosed("X", 50)).isLessThan(5000);
            assertStillServes(server);
        }
    }

    @Test
    void givesABodyThatTricklesInNoMoreTimeThanARequest() throws IOException {
        try (TestServer server = start();
                RawConnection client = new RawConnection(server.echo())) {
            client.send("POST " + session(client) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n4");
            assertThat(client.tricklesUntilClosed("x", 50)).isLessThan(5000);
            assertStillServes(server);
        }
    }

    @Test
    void givesAFrameThatTricklesInNoMoreTimeThanAPong() throws IOException {
        try (TestServer server = start();
                RawConnection client = RawConnection.webSocket(server.echo(), "", new byte[0])) {
            client.readHead();
            byte[] frame = frame(0x82, new byte[1000]);
            client.send(Arrays.copyOf(frame, 100));
            assertThat(client.tricklesUntilClosed("x", 50)).isLessThan(5000);
            assertStillServes(server);
        }
    }

    @Test
    void endsASessionWhoseClientIsGoneWithoutAWord() throws IOException {
        try (TestServer server = start();
                RawConnection client = RawConnection.webSocket(server.socketIo(), "", new byte[0])) {
            // given a client that reads and answers nothing, as one whose network is gone
            client.readHead();
            client.readText();
            assertThat(server.io().statistics().sessions()).isEqualTo(1);
            // when the time for a pong is over, then nothing is left of it
            client.readToEnd();
            assertThat(server.io().statistics().sessions()).isZero();
        }
    }

    /** A whole conversation by polling and by WebSocket, cut off by a reset after each of its bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void forgetsAClientWhoseConnectionIsResetAtAnyByte(String transport) throws Exception {
        try (TestServer server = start()) {
            byte[] conversation = transport.equals("polling") ? polling() : webSocket();
            for (int length = 1; length <= conversation.length; length++) {
                try (Socket client = new Socket()) {
                    client.connect(new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), server.echo().getPort()));
                    client.getOutputStream().write(conversation, 0, length);
                    client.setSoLinger(true, 0);
                }
            }
            while (server.io().statistics().tcpConnections() > 0
                    || server.io().statistics().sessions() > 0) {
                Thread.onSpinWait();
            }
            assertStillServes(server);
        }
    }

    @Test
    void standsThousandsOfConnectionsThatAskForNothing() throws IOException {
        try (TestServer server = start()) {
            List<Socket> flood = new ArrayList<>();
            try {
                for (int i = 0; i < 2000; i++) {
                    flood.add(new Socket(
                            InetAddress.getLoopbackAddress(), server.echo().getPort()));
                }
                assertStillServes(server);
            } finally {
                for (Socket socket : flood) {
                    socket.close();
                }
            }
            assertStillServes(server);
        }
    }

    @Test
    void remembersNothingOfSessionIdsItDoesNotKnow() throws IOException {
        try (TestServer server = new TestServer(ServerOptions.defaults());
                RawConnection client = new RawConnection(server.echo())) {
            for (int i = 0; i < 5000; i++) {
                client.send("GET /engine.io/?EIO=4&transport=polling&sid=" + "a".repeat(1000) + i
                        + " HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(client.readResponse()).isEqualTo("400 {\"code\":1,\"message\":\"Session ID unknown\"}");
            }
            assertThat(server.io().statistics().sessions()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // one more attachment than may be, and more than there are numbers for
                "4511-[\"a\"]",
                "45999999999999999999-[\"a\"]",
                "451-[\"a\",{\"_placeholder\":true,\"num\":1000000000}]"
            })
    void survivesBombsOfAttachmentsAndNumbers(String bomb) throws IOException {
        assertSurvives(bomb);
    }

    @Test
    void survivesBombsOfNestingAndDigits() throws IOException {
        assertSurvives("42[\"message\"," + "[".repeat(400_000) + "]".repeat(400_000) + "]");
        assertSurvives("42[\"message\"," + "{\"a\":".repeat(150_000) + "1" + "}".repeat(150_000) + "]");
        assertSurvives("42[\"message\"," + "9".repeat(900_000) + "]");
    }

    @Test
    void writesNoNumberOut() throws IOException {
        try (TestServer server = new TestServer(ServerOptions.defaults());
                RawConnection client = RawConnection.webSocket(server.socketIo(), "", text("40"))) {
            client.readHead();
            client.readText();
            client.readText();
            client.readText();
            client.send(text("42[\"message\",1e999999999]"));
            assertThat(client.readText()).isEqualTo("42[\"message-back\",1E+999999999]");
        }
    }

    @Test
    void survivesABombOfCompression() throws IOException {
        byte[] bomb = new PerMessageDeflate(15, false).deflate(new byte[100_000_000]);
        try (TestServer server = new TestServer(ServerOptions.defaults().withPerMessageDeflate());
                RawConnection client = new RawConnection(server.echo())) {
            client.send(RawConnection.head("/engine.io/?EIO=4&transport=websocket", 13)
                    .replaceFirst("\r\n", "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n"));
            client.readHead();
            client.send(frame(0xC2, bomb));
            assertThat(client.readCloseCode()).isEqualTo(1009);
            assertStillServes(server);
        }
    }

    private static void assertSurvives(String message) throws IOException {
        try (TestServer server = new TestServer(ServerOptions.defaults());
                RawConnection client = RawConnection.webSocket(server.socketIo(), "", text("40"))) {
            client.send(text(message));
            client.readToEnd();
            assertStillServes(server);
        }
    }

    private static TestServer start() {
        Limits limits = Limits.defaults();
        return new TestServer(ServerOptions.defaults()
                .withPingInterval(SOON)
                .withPingTimeout(SOON)
                .withLimits(limits.withHttp(limits.http().withRequestTimeout(SOON))));
    }

    private static void assertStillServes(TestServer server) throws IOException {
        try (RawConnection other = new RawConnection(server.echo())) {
            other.send(OPEN + "\r\n");
            assertThat(other.readResponse()).startsWith("200 0{");
        }
    }

    private static String session(RawConnection client) throws IOException {
        client.send(OPEN + "\r\n");
        String open = client.readResponse();
        return "/engine.io/?EIO=4&transport=polling&sid=" + open.substring(13, open.indexOf('"', 13));
    }

    private static byte[] polling() {
        return (OPEN + "\r\n" + OPEN.replace("transport=polling", "transport=polling&sid=unknown") + "\r\n"
                        + OPEN.replace("GET", "POST") + "Content-Length: 5\r\n\r\n4test")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] webSocket() {
        byte[] head =
                RawConnection.head("/engine.io/?EIO=4&transport=websocket", 13).getBytes(StandardCharsets.US_ASCII);
        byte[] frames = text("4some text");
        byte[] all = Arrays.copyOf(head, head.length + frames.length);
        System.arraycopy(frames, 0, all, head.length, frames.length);
        return all;
    }
}
