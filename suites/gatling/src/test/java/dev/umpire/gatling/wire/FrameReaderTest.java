package dev.umpire.gatling.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455, section 5: whatever pieces the frames come in, the messages are the same. */
class FrameReaderTest {
    private static final int FIN = 0x80;
    private static final int TEXT = 1;
    private static final int BINARY = 2;

    private final Heard heard = new Heard();
    private final EmbeddedChannel channel = new EmbeddedChannel(new FrameReader(heard));

    /** What a reader said, in order. */
    private static final class Heard implements FrameReader.Messages {
        private final List<String> words = new ArrayList<>();

        @Override
        public void text(byte[] bytes, int from, int to) {
            words.add("text " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void binary(byte[] bytes, int from, int to) {
            words.add("binary " + Arrays.toString(Arrays.copyOfRange(bytes, from, to)));
        }

        @Override
        public void broken(String reason) {
            words.add("broken " + reason);
        }

        @Override
        public void drained() {
            // says nothing of what came
        }
    }

    @AfterEach
    void closeChannel() {
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 300_000})
    void readsMessagesOfEveryLength(int length) {
        String message = "x".repeat(length);

        arrives(frame(FIN | TEXT, message));

        assertThat(heard.words).containsExactly("text " + message);
    }

    @Test
    void readsBytes() {
        arrives(frame(FIN | BINARY, new byte[] {1, -2, 3}));

        assertThat(heard.words).containsExactly("binary [1, -2, 3]");
    }

    @Test
    void readsSeveralFramesOfOneRead() {
        arrives(together(frame(FIN | TEXT, "a"), frame(FIN | TEXT, ""), frame(FIN | TEXT, "b".repeat(200))));

        assertThat(heard.words).containsExactly("text a", "text ", "text " + "b".repeat(200));
    }

    static Stream<Arguments> streams() {
        byte[] mixed = together(
                frame(FIN | TEXT, "é"),
                frame(FIN | TEXT, "m".repeat(130)),
                frame(TEXT, "one "),
                frame(FIN | 9, "ping"),
                frame(0, "two "),
                frame(FIN, "three"),
                frame(FIN | BINARY, new byte[] {5}));
        byte[] big = together(frame(FIN | TEXT, "y".repeat(65_536)), frame(FIN | TEXT, "z"));
        return Stream.concat(
                IntStream.rangeClosed(0, mixed.length)
                        .mapToObj(at -> Arguments.of(
                                mixed,
                                at,
                                List.of("text é", "text " + "m".repeat(130), "text one two three", "binary [5]"))),
                IntStream.of(1, 2, 5, 9, 10, 11, 65_545, 65_546, 65_547)
                        .mapToObj(at -> Arguments.of(big, at, List.of("text " + "y".repeat(65_536), "text z"))));
    }

    @ParameterizedTest(name = "split at {1}")
    @MethodSource("streams")
    void readsTheSameWhereverItIsSplit(byte[] stream, int at, List<String> words) {
        arrives(Arrays.copyOfRange(stream, 0, at));
        arrives(Arrays.copyOfRange(stream, at, stream.length));

        assertThat(heard.words).isEqualTo(words);
    }

    @Test
    void readsByteByByte() {
        byte[] stream = together(frame(FIN | TEXT, "w".repeat(130)), frame(FIN | BINARY, new byte[] {8, 9}));

        for (byte one : stream) {
            arrives(new byte[] {one});
        }

        assertThat(heard.words).containsExactly("text " + "w".repeat(130), "binary [8, 9]");
    }

    @Test
    void leavesControlFramesToNettysHandlers() {
        arrives(together(frame(TEXT, "a"), frame(FIN | 9, "p"), frame(FIN | 10, "q"), frame(FIN, "b")));
        arrives(frame(FIN | 8, new byte[] {0x03, (byte) 0xe8, 'o', 'k'}));

        assertThat(heard.words).containsExactly("text ab");
        assertThat(text(channel.<PingWebSocketFrame>readInbound().content())).isEqualTo("p");
        assertThat(text(channel.<PongWebSocketFrame>readInbound().content())).isEqualTo("q");
        CloseWebSocketFrame close = channel.readInbound();
        assertThat(close.statusCode()).isEqualTo(1000);
        assertThat(close.reasonText()).isEqualTo("ok");
    }

    @Test
    void readsFragmentsOfBytes() {
        arrives(together(frame(BINARY, new byte[] {1}), frame(0, new byte[0]), frame(FIN, new byte[] {2})));

        assertThat(heard.words).containsExactly("binary [1, 2]");
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(new byte[] {(byte) 0xc1, 0}, "the server sent a WebSocket frame with a reserved bit"),
                Arguments.of(new byte[] {(byte) 0x91, 0}, "the server sent a WebSocket frame with a reserved bit"),
                Arguments.of(
                        new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 0},
                        "the server sent a masked WebSocket frame"),
                Arguments.of(frame(FIN, "x"), "the server sent a continuation of nothing"),
                Arguments.of(
                        together(frame(TEXT, "x"), frame(FIN | TEXT, "y")),
                        "the server began a message within another"),
                Arguments.of(frame(9, "x"), "the server sent a control frame that is fragmented or too long"),
                Arguments.of(
                        frame(FIN | 9, "x".repeat(126)),
                        "the server sent a control frame that is fragmented or too long"),
                Arguments.of(frame(FIN | 3, "x"), "the server sent a WebSocket frame with opcode 3"),
                Arguments.of(frame(FIN | 11, "x"), "the server sent a WebSocket frame with opcode 11"),
                Arguments.of(
                        new byte[] {(byte) 0x81, 127, 0, 0, 0, 0, 0x10, 0, 0, 0},
                        "the server sent a message of more than 134217728 bytes"),
                Arguments.of(
                        new byte[] {(byte) 0x81, 127, -1, 0, 0, 0, 0, 0, 0, 0},
                        "the server sent a message of more than 134217728 bytes"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void givesUpAtTheFirstFrameThatIsWrong(byte[] stream, String words) {
        arrives(together(frame(FIN | TEXT, "before"), stream, frame(FIN | TEXT, "after")));
        arrives(frame(FIN | TEXT, "later"));

        assertThat(heard.words).containsExactly("text before", "broken " + words);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void letsEverythingElsePass() {
        channel.writeInbound("not a buffer");

        assertThat(channel.<String>readInbound()).isEqualTo("not a buffer");
    }

    /** Whether the channel is closed or not: some of what arrives later may be on its way through the pipeline. */
    private void arrives(byte[] bytes) {
        channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(bytes));
    }

    private static String text(ByteBuf content) {
        return content.toString(StandardCharsets.UTF_8);
    }

    private static byte[] frame(int first, String payload) {
        return frame(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        int length = payload.length;
        if (length < 126) {
            frame.write(length);
        } else if (length < 65_536) {
            frame.writeBytes(new byte[] {126, (byte) (length >> 8), (byte) length});
        } else {
            frame.writeBytes(new byte[] {
                127, 0, 0, 0, 0, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
            });
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Stream.of(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
