package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.frame;
import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.engineio.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerMessageDeflateTest {
    private static final PerMessageDeflate FULL = new PerMessageDeflate(15, false);
    private static final String AGREED = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate",
                "permessage-deflate; client_max_window_bits",
                "x-other, permessage-deflate; client_max_window_bits=\"9\"; server_no_context_takeover",
                "permessage-deflate; server_max_window_bits=7, permessage-deflate"
            })
    void agreesToAnOfferThatItCanKeep(String offer) {
        assertThat(answer(offer)).contains(AGREED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x-webkit-deflate-frame",
                "permessage-deflate; level=9",
                "permessage-deflate; server_max_window_bits",
                "permessage-deflate; server_max_window_bits=16",
                "permessage-deflate; client_max_window_bits=16",
                "permessage-deflate; client_max_window_bits=09",
                "permessage-deflate; server_no_context_takeover=1",
                "permessage-deflate; client_max_window_bits; client_max_window_bits"
            })
    void declinesAnOfferThatItCannotKeep(String offer) {
        assertThat(answer(offer)).isEmpty();
    }

    @Test
    void saysWhichWindowItKeepsWhereItIsAsked() {
        assertThat(answer("permessage-deflate; server_max_window_bits=15"))
                .contains(AGREED + "; server_max_window_bits=15");
        assertThat(answer("permessage-deflate; server_max_window_bits=8"))
                .contains(AGREED + "; server_max_window_bits=8");
    }

    @Test
    void inflatesWhatItDeflated() throws WebSocketException {
        for (int size : new int[] {0, 1, 100, 8192, 100_000, 1_000_000}) {
            byte[] message = new byte[size];
            for (int i = 0; i < size; i++) {
                message[i] = (byte) ((i * i) >> 7);
            }

            assertThat(PerMessageDeflate.inflate(FULL.deflate(message), size)).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 12, 14})
    void refersNoFurtherBackThanTheWindowThatWasAskedFor(int window) throws WebSocketException {
        // given what can be compressed only by referring back by one window and one byte
        byte[] period = new byte[(1 << window) + 1];
        new Random(1).nextBytes(period);
        byte[] message = new byte[4 * period.length];
        for (int i = 0; i < message.length; i++) {
            message[i] = period[i % period.length];
        }
        // when it is compressed
        byte[] compressed = new PerMessageDeflate(window, true).deflate(message);
        // then only the largest window has made it smaller, and nothing is lost
        assertThat(FULL.deflate(message)).hasSizeLessThan(message.length / 2);
        assertThat(compressed).hasSizeGreaterThan(message.length);
        assertThat(PerMessageDeflate.inflate(compressed, message.length)).isEqualTo(message);
        // and what is near enough is referred to
        assertThat(new PerMessageDeflate(window, true).deflate(new byte[10_000]))
                .hasSizeLessThan(2000);
    }

    @Test
    void readsTheExampleOfTheRfc() throws WebSocketException {
        byte[] hello = {(byte) 0xf2, 0x48, (byte) 0xcd, (byte) 0xc9, (byte) 0xc9, 0x07, 0x00};

        assertThat(PerMessageDeflate.inflate(hello, 100))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Hello");
    }

    @Test
    void stopsInflatingAtTheLimit() {
        byte[] bomb = FULL.deflate(new byte[1_000_000]);

        assertThatThrownBy(() -> PerMessageDeflate.inflate(bomb, 999_999))
                .isInstanceOfSatisfying(
                        WebSocketException.class, e -> assertThat(e.closeCode()).isEqualTo(WebSocketException.TOO_BIG));
        assertThatThrownBy(() -> PerMessageDeflate.inflate(new byte[] {(byte) 0xff, 1, 2, 3}, 100))
                .isInstanceOfSatisfying(
                        WebSocketException.class,
                        e -> assertThat(e.closeCode()).isEqualTo(WebSocketException.INVALID_DATA));
    }

    @Test
    void compressesLongMessagesOfThoseWhoAsked() throws IOException {
        String message = "4" + "a long message ".repeat(200);
        byte[] compressed = FULL.deflate(message.getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(compressed, compressed.length / 2);
        byte[] rest = Arrays.copyOfRange(compressed, half.length, compressed.length);
        try (TestServer server = new TestServer(ServerOptions.defaults().withCompression(Compression.ofEverything()));
                RawConnection connection = open(server)) {
            connection.send(frame(0x41, half), frame(0x89, new byte[0]), frame(0x80, rest), text("4short"));

            assertThat(connection.readFrame().opcode()).isEqualTo(Frame.PONG);
            Frame answer = connection.readFrame();
            assertThat(answer.rsv()).isEqualTo(PerMessageDeflate.RSV1);
            assertThat(answer.payload()).isEqualTo(compressed);
            assertThat(connection.readText()).isEqualTo("4short");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0xa1, 0xc9, 0xe1, 0xd1})
    void refusesOtherReservedBits(int first) throws IOException {
        try (TestServer server = new TestServer(ServerOptions.defaults().withCompression(Compression.ofEverything()));
                RawConnection connection = open(server)) {
            connection.send(frame(first, new byte[] {0}));

            assertThat(connection.readCloseCode()).isEqualTo(1002);
        }
    }

    private static RawConnection open(TestServer server) throws IOException {
        RawConnection connection = new RawConnection(server.echo());
        String head = RawConnection.head(server.echo().getPath() + "?EIO=4&transport=websocket", 13);
        connection.send(head.replaceFirst("\r\n", "\r\nSec-WebSocket-Extensions: permessage-deflate\r\n"));
        assertThat(connection.readHead()).contains(AGREED);
        assertThat(connection.readText()).startsWith("0{");
        return connection;
    }

    private static Optional<String> answer(String offer) {
        return PerMessageDeflate.agree(
                        new Request("GET", "/", Map.of(), Map.of("sec-websocket-extensions", List.of(offer)), ""))
                .map(PerMessageDeflate::answer);
    }
}
