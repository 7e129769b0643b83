package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.frame;
import static dev.umpire.server.netty.RawConnection.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import dev.umpire.server.SocketIoServer;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The families of cases that general testers of RFC 6455 and RFC 7692 go through, on the bare echo. */
@Timeout(60)
class WebSocketEchoTest {
    private static final SocketIoServer SERVER = SocketIoServer.create(
                    ServerOptions.defaults().withPerMessageDeflate())
            .withWebSocketEcho("/echo")
            .start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 125, 126, 127, 128, 65_535, 65_536, 1_000_001, WebSocketEcho.MAX_MESSAGE})
    void echoesTextAndBytesOfEveryFormOfLength(int length) throws IOException {
        byte[] payload = "*".repeat(length).getBytes(UTF_8);
        try (RawConnection connection = open()) {
            connection.send(frame(0x81, payload));
            assertThat(connection.readFrame()).satisfies(echo -> assertEcho(echo, Frame.TEXT, payload));
            connection.send(frame(0x82, payload));
            assertThat(connection.readFrame()).satisfies(echo -> assertEcho(echo, Frame.BINARY, payload));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/echo", "/echo/"})
    void isFoundWithAndWithoutASlash(String path) throws IOException {
        try (RawConnection connection = open(path, "")) {
            connection.send(text("here"));
            assertThat(connection.readText()).isEqualTo("here");
        }
    }

    @Test
    void answersPingsBetweenFragmentsAtOnceAndInOrder() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(frame(0x01, bytes("fragment1")));
            for (int i = 0; i < 10; i++) {
                connection.send(frame(0x89, bytes("ping " + i)));
                assertThat(connection.readFrame()).satisfies(pong -> {
                    assertThat(pong.opcode()).isEqualTo(Frame.PONG);
                    assertThat(pong.payload()).asString(UTF_8).startsWith("ping ");
                });
            }
            connection.send(frame(0x00, new byte[0]), frame(0x80, bytes("fragment2")));
            assertThat(connection.readText()).isEqualTo("fragment1fragment2");
        }
    }

    @Test
    void takesFramesThatArriveByteByByte() throws IOException {
        try (RawConnection connection = open()) {
            byte[] frame = text("Hello-\u00b5@\u00df\u00f6\u00e4\u00fc\u00e0\u00e1-UTF-8!! \ud83d\ude00");
            for (byte single : frame) {
                connection.send(new byte[] {single});
            }
            assertThat(connection.readText()).startsWith("Hello-").endsWith("\ud83d\ude00");
        }
    }

    /** Where the bytes from an offset on are kept back: the close code has to come all the same. */
    @ParameterizedTest
    @CsvSource({
        "81, ce ba e1 bd b9 cf 83 ed a0 80, 10", // surrogate
        "81, ce ba e1 bd b9 f4 90, 7", // beyond U+10FFFF, as soon as its second byte says so
        "81, 61 c0, 2", // overlong
        "81, ff, 1",
        "01, 61 80, 2"
    })
    void failsTextAtTheFirstWrongByteThoughTheFrameGoesOn(String first, String hex, int length) throws IOException {
        byte[] wrong = new byte[length];
        String[] parts = hex.split(" ", -1);
        for (int i = 0; i < length; i++) {
            wrong[i] = (byte) Integer.parseInt(parts[i], 16);
        }
        byte[] whole = frame(Integer.parseInt(first, 16), Arrays.copyOf(wrong, length + 100));
        try (RawConnection connection = open()) {
            connection.send(Arrays.copyOf(whole, whole.length - 100));
            assertThat(connection.readCloseCode()).isEqualTo(1007);
            assertThat(connection.isEnded()).isTrue();
        }
    }

    @Test
    void failsTextInTheMiddleOfAContinuation() throws IOException {
        try (RawConnection connection = open()) {
            byte[] wrong = frame(0x80, new byte[] {(byte) 0xa0, (byte) 0x80, 'a', 'b', 'c'});
            connection.send(frame(0x01, new byte[] {'a', (byte) 0xed}), Arrays.copyOf(wrong, wrong.length - 3));
            assertThat(connection.readCloseCode()).isEqualTo(1007);
        }
    }

    @Test
    void takesACharacterThatIsCutByFramesAndByReads() throws IOException {
        byte[] smile = bytes("\ud83d\ude00");
        try (RawConnection connection = open()) {
            byte[] rest = frame(0x80, new byte[] {smile[2], smile[3], '!'});
            connection.send(frame(0x01, new byte[] {smile[0]}), frame(0x00, new byte[] {smile[1]}));
            connection.send(Arrays.copyOf(rest, rest.length - 2));
            connection.send(Arrays.copyOfRange(rest, rest.length - 2, rest.length));
            assertThat(connection.readText()).isEqualTo("\ud83d\ude00!");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    void answersAValidCloseCodeWithItself(int code) throws IOException {
        assertThat(answerToClose(code)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535})
    void answersAnInvalidCloseCodeWith1002(int code) throws IOException {
        assertThat(answerToClose(code)).isEqualTo(1002);
    }

    @ParameterizedTest
    @CsvSource({"11, 1002", "a1, 1002", "91, 1002", "83, 1002", "8b, 1002", "0x09, 1002", "80, 1002"})
    void failsReservedBitsAndOpcodesAfterAnEchoOfWhatCameBefore(String first, int code) throws IOException {
        try (RawConnection connection = open()) {
            connection.send(
                    text("before"), frame(Integer.decode(first.startsWith("0x") ? first : "0x" + first), bytes("x")));
            assertThat(connection.readText()).isEqualTo("before");
            assertThat(connection.readCloseCode()).isEqualTo(code);
        }
    }

    @Test
    void failsAMessageBeyondItsLimit() throws IOException {
        try (RawConnection connection = open()) {
            byte[] announcement = {(byte) 0x82, (byte) 0xff, 0, 0, 0, 0, 1, 0, 0, 1};
            connection.send(announcement);
            assertThat(connection.readCloseCode()).isEqualTo(1009);
        }
    }

    /** The offers of the cases 13.1 to 13.7, and what is agreed to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permessage-deflate; client_max_window_bits|15",
                "permessage-deflate; client_max_window_bits; server_no_context_takeover|15",
                "permessage-deflate; client_max_window_bits; server_max_window_bits=9|9",
                "permessage-deflate; client_max_window_bits; server_max_window_bits=15|15",
                "permessage-deflate; server_no_context_takeover; server_max_window_bits=9|9",
                "permessage-deflate; server_no_context_takeover; server_max_window_bits=15|15",
                "permessage-deflate; server_no_context_takeover; server_max_window_bits=9, permessage-deflate|9"
            })
    void echoesCompressedMessagesOfEverySizeWithinTheWindow(String offer, int window) throws IOException {
        PerMessageDeflate client = new PerMessageDeflate(15, false);
        PerMessageDeflate server = new PerMessageDeflate(window, true);
        Random random = new Random(window);
        try (RawConnection connection = open("/echo", "Sec-WebSocket-Extensions: " + offer + "\r\n")) {
            for (int size : new int[] {16, 64, 256, 1024, 4096, 8192, 16_384, 32_768, 65_536, 131_072}) {
                byte[] message = new byte[size];
                for (int i = 0; i < size; i++) {
                    message[i] = (byte) ('a' + random.nextInt(4));
                }
                connection.send(frame(0xC1, client.deflate(message)));
                Frame echo = connection.readFrame();
                if (size >= 1024) {
                    assertThat(echo.rsv()).isEqualTo(PerMessageDeflate.RSV1);
                    assertThat(echo.payload()).isEqualTo(server.deflate(message));
                } else {
                    assertEcho(echo, Frame.TEXT, message);
                }
            }
        }
    }

    @Test
    void doesNotReadWhoDoesNotReadTheEcho() throws IOException {
        // given a client that sends and never reads
        byte[] message = frame(0x82, new byte[1_000_000]);
        try (RawConnection connection = open();
                RawConnection other = open()) {
            // when it has sent all that the system takes, then that is not everything
            assertThat(connection.sendsWithin(message, 200, 1000)).isFalse();
            // and others are served
            other.send(text("still"));
            assertThat(other.readText()).isEqualTo("still");
        }
    }

    private static void assertEcho(Frame echo, int opcode, byte[] payload) {
        assertThat(echo.opcode()).isEqualTo(opcode);
        byte[] plain = echo.payload();
        assertThat(Arrays.equals(plain, payload)).as("the same bytes").isTrue();
    }

    private static int answerToClose(int code) throws IOException {
        try (RawConnection connection = open()) {
            connection.send(frame(0x88, new byte[] {(byte) (code >> 8), (byte) code, 'b', 'y', 'e'}));
            int answer = connection.readCloseCode();
            assertThat(connection.isEnded()).isTrue();
            return answer;
        }
    }

    private static RawConnection open() throws IOException {
        return open("/echo", "");
    }

    private static RawConnection open(String path, String header) throws IOException {
        RawConnection connection = new RawConnection(URI.create("http://127.0.0.1:" + SERVER.port()));
        connection.send(RawConnection.head(path, 13).replaceFirst("\r\n", "\r\n" + header));
        assertThat(connection.readHead()).startsWith("HTTP/1.1 101");
        return connection;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
