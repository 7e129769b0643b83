package dev.umpire.server.netty;

import static dev.umpire.server.netty.RawConnection.frame;
import static dev.umpire.server.netty.RawConnection.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.ServerOptions;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WebSocketRulesTest {
    private static final TestServer SERVER =
            new TestServer(ServerOptions.defaults().withMaxPayload(1000));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static Stream<Arguments> violations() {
        byte[] unmasked = {(byte) 0x81, 2, '4', 'a'};
        return Stream.of(
                Arguments.of("RSV1", 1002, List.of(frame(0xC1, bytes("4a")))),
                Arguments.of("RSV2", 1002, List.of(frame(0xA1, bytes("4a")))),
                Arguments.of("RSV3", 1002, List.of(frame(0x91, bytes("4a")))),
                Arguments.of("opcode 3", 1002, List.of(frame(0x83, bytes("4a")))),
                Arguments.of("opcode 11", 1002, List.of(frame(0x8B, bytes("4a")))),
                Arguments.of("unmasked", 1002, List.of(unmasked)),
                Arguments.of("fragmented ping", 1002, List.of(frame(0x09, bytes("a")))),
                Arguments.of("oversized ping", 1002, List.of(frame(0x89, new byte[126]))),
                Arguments.of("nothing to continue", 1002, List.of(frame(0x80, bytes("a")))),
                Arguments.of("message inside a message", 1002, List.of(frame(0x01, bytes("4a")), text("4b"))),
                Arguments.of("length not minimal", 1002, List.of(new byte[] {(byte) 0x81, (byte) 0xFE, 0, 5})),
                Arguments.of("length with the top bit", 1002, List.of(new byte[] {
                    (byte) 0x81, (byte) 0xFF, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0
                })),
                Arguments.of("close with one byte", 1002, List.of(frame(0x88, new byte[1]))),
                Arguments.of("close code 1005", 1002, List.of(frame(0x88, new byte[] {3, (byte) 0xED}))),
                Arguments.of("close code 999", 1002, List.of(frame(0x88, new byte[] {3, (byte) 0xE7}))),
                Arguments.of("close reason", 1007, List.of(frame(0x88, new byte[] {3, (byte) 0xE8, (byte) 0xC0}))),
                Arguments.of("text", 1007, List.of(frame(0x81, new byte[] {'4', (byte) 0xED, (byte) 0xA0, (byte) 0x80
                }))),
                Arguments.of("too long", 1009, List.of(frame(0x82, new byte[1001]))),
                Arguments.of("too long in all", 1009, List.of(frame(0x02, new byte[600]), frame(0x80, new byte[600]))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void failsAConnectionThatBreaksTheProtocol(String what, int code, List<byte[]> frames) throws IOException {
        try (RawConnection bystander = open();
                RawConnection connection = open()) {
            for (byte[] frame : frames) {
                connection.send(frame);
            }

            assertThat(connection.readCloseCode()).isEqualTo(code);
            assertThat(connection.isEnded()).isTrue();
            bystander.send(text("4still"));
            assertThat(bystander.readText()).isEqualTo("4still");
        }
    }

    @Test
    void readsFramesThatCameInOneSegmentWithTheHandshake() throws IOException {
        try (RawConnection connection = RawConnection.webSocket(SERVER.echo(), "", text("4early"))) {
            assertThat(connection.readHead()).contains("101").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(connection.readText()).startsWith("0{");
            assertThat(connection.readText()).isEqualTo("4early");
        }
    }

    @Test
    void joinsFragmentsCutInsideACharacterWithAPingBetween() throws IOException {
        byte[] euro = bytes("4\u20ac");
        try (RawConnection connection = open()) {
            connection.send(
                    frame(0x01, new byte[] {euro[0], euro[1]}),
                    frame(0x89, bytes("p")),
                    frame(0x80, new byte[] {euro[2], euro[3]}));

            Frame pong = connection.readFrame();
            assertThat(pong.opcode()).isEqualTo(Frame.PONG);
            assertThat(pong.payload()).isEqualTo(bytes("p"));
            assertThat(connection.readText()).isEqualTo("4\u20ac");
        }
    }

    @Test
    void answersCloseWithTheSameCodeAndEndsTheConnection() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(frame(0x88, new byte[] {0x0B, (byte) 0xB8, 'b', 'y', 'e'}));

            assertThat(connection.readCloseCode()).isEqualTo(3000);
            assertThat(connection.isEnded()).isTrue();
        }
    }

    @Test
    void takesAMessageOfExactlyMaxPayload() throws IOException {
        try (RawConnection connection = open()) {
            connection.send(frame(0x82, new byte[1000]));

            assertThat(connection.readFrame().payload()).hasSize(1000);
        }
    }

    @Test
    void refusesAnotherVersionWith426() throws IOException {
        try (RawConnection connection = new RawConnection(SERVER.echo())) {
            connection.send(RawConnection.head("/engine.io/?EIO=4&transport=websocket", 8));

            assertThat(connection.readHead()).startsWith("HTTP/1.1 426").contains("Sec-WebSocket-Version: 13");
        }
    }

    private static RawConnection open() throws IOException {
        RawConnection connection = RawConnection.webSocket(SERVER.echo(), "", new byte[0]);
        assertThat(connection.readHead()).startsWith("HTTP/1.1 101");
        assertThat(connection.readText()).startsWith("0{");
        return connection;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
