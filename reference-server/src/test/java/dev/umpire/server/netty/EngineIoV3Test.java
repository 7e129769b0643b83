package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.frame;
import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of Socket.IO 1 and 2 are served with. */
@Timeout(30)
class EngineIoV3Test {
    private static final TestServer SERVER = new TestServer(ServerOptions.defaults()
            .withAllowEio3(true)
            .withPingInterval(Duration.ofMillis(400))
            .withPingTimeout(Duration.ofMillis(200)));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6:4hello", "6:4test16:4test26:4test3", "7:4h\u20acll\ud83d\ude00", "6:4hello10:b4AQIDBA=="})
    void echoesTextWithLengthsInCharacters(String payload) throws IOException {
        try (RawConnection client = new RawConnection(SERVER.echo())) {
            String session = open(client, SERVER.echo(), "&b64=1");
            client.send(post(session, "text/plain;charset=UTF-8", payload.getBytes(StandardCharsets.UTF_8)));
            assertThat(client.readResponse()).isEqualTo("200 ok");
            client.send(get(session));
            assertThat(client.readResponse()).isEqualTo("200 " + payload);
        }
    }

    @Test
    void echoesBytesToAClientThatTakesThem() throws IOException {
        byte[] payload = {0, 6, (byte) 255, '4', 'h', 'e', 'l', 'l', 'o', 1, 5, (byte) 255, 4, 1, 2, 3, 4};
        try (RawConnection client = new RawConnection(SERVER.echo())) {
            String session = open(client, SERVER.echo(), "");
            client.send(post(session, "application/octet-stream", payload));
            assertThat(client.readResponse()).isEqualTo("200 ok");
            client.send(get(session));
            assertThat(client.readHead()).contains("application/octet-stream");
            assertThat(client.readBytes(payload.length)).isEqualTo(payload);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "7:4hello", "-1:", "99999999999:4", "1:3", ":4", "5:b5AQI"})
    void closesASessionWhosePayloadIsNone(String payload) throws IOException {
        try (RawConnection client = new RawConnection(SERVER.echo())) {
            String session = open(client, SERVER.echo(), "");
            client.send(post(session, "text/plain", payload.getBytes(StandardCharsets.UTF_8)));
            assertThat(client.readResponse()).startsWith("400 ");
            client.send(get(session));
            assertThat(client.readResponse()).startsWith("400 ");
        }
    }

    @Test
    void sendsBytesOnWebSocketsWithTheTypeOfAMessageBeforeThem() throws IOException {
        try (RawConnection client = webSocket(SERVER.echo())) {
            client.send(text("4hello"), frame(0x82, new byte[] {4, 1, 2, 3}));
            assertThat(client.readText()).isEqualTo("4hello");
            assertThat(client.readFrame().payload()).isEqualTo(new byte[] {4, 1, 2, 3});
            client.send(frame(0x82, new byte[] {5, 1}));
            assertThat(client.readCloseCode()).isEqualTo(1002);
        }
    }

    @Test
    void answersPingsAndPingsNobody() throws IOException {
        try (RawConnection client = webSocket(SERVER.echo())) {
            for (int i = 0; i < 4; i++) {
                client.quiet(300);
                client.send(text("2probe"));
                assertThat(client.readText()).isEqualTo("3probe");
            }
        }
    }

    @Test
    void closesASessionWhoseClientPingsNoMore() throws IOException {
        try (RawConnection client = webSocket(SERVER.echo())) {
            assertThat(client.readCloseCode()).isEqualTo(1000);
        }
    }

    @Test
    void connectsToTheMainNamespaceUnasked() throws IOException {
        try (RawConnection client = webSocket(SERVER.socketIo())) {
            assertThat(client.readText()).isEqualTo("40");
            assertThat(client.readText()).isEqualTo("42[\"auth\",{}]");
            client.send(text("420[\"message-with-ack\",1]"));
            assertThat(client.readText()).isEqualTo("430[1]");
            client.send(text("40/custom?token=x,"));
            assertThat(client.readText()).isEqualTo("40/custom,");
            assertThat(client.readText()).isEqualTo("42/custom,[\"auth\",{}]");
            client.send(text("40/guarded,"));
            assertThat(client.readText()).isEqualTo("44/guarded,{\"code\":401}");
            client.send(text("40/missing,"));
            assertThat(client.readText()).isEqualTo("44/missing,\"Invalid namespace\"");
        }
    }

    @Test
    void isRefusedUnlessAllowed() throws IOException {
        try (TestServer server = new TestServer(ServerOptions.defaults());
                RawConnection client = new RawConnection(server.echo())) {
            client.send(get("/engine.io/?EIO=3&transport=polling"));
            assertThat(client.readResponse())
                    .isEqualTo("400 {\"code\":5,\"message\":\"Unsupported protocol version\"}");
        }
    }

    private static String open(RawConnection client, URI server, String query) throws IOException {
        String target = server.getPath() + "?EIO=3&transport=polling" + query;
        client.send(get(target));
        String open = client.readResponse();
        int colon = open.indexOf(':');
        assertThat(open.substring(4, colon)).isEqualTo(String.valueOf(open.length() - colon - 1));
        int sid = open.indexOf("\"sid\":\"") + 7;
        return target + "&sid=" + open.substring(sid, open.indexOf('"', sid));
    }

    private static RawConnection webSocket(URI server) throws IOException {
        RawConnection client = new RawConnection(server);
        client.send(RawConnection.head(server.getPath() + "?EIO=3&transport=websocket", 13));
        assertThat(client.readHead()).startsWith("HTTP/1.1 101");
        assertThat(client.readText()).startsWith("0{");
        return client;
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static byte[] post(String target, String type, byte[] body) {
        byte[] head = ("POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
