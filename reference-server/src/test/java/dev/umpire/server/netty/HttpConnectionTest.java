package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // these writes are never done
class HttpConnectionTest {
    private static final int MAX_BUFFERED = 1000;

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void connect() {
        HttpOptions options = new HttpOptions(
                "127.0.0.1",
                0,
                null,
                1000,
                MAX_BUFFERED,
                HttpLimits.defaults(),
                Cors.disabled(),
                Compression.none(),
                RequestInterceptor.NONE,
                FrameInterceptor.Factory.NONE);
        channel.pipeline().addLast(new HttpConnection(channel, new Routes(Map.of(), Map.of(), Set.of()), options));
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void readsNoRequestsWhileAnswersAreNotRead() {
        setWritable(false);
        assertThat(channel.config().isAutoRead()).isFalse();

        setWritable(true);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void closesAConnectionThatAsksForMoreThanItReads() {
        channel.write(Unpooled.wrappedBuffer(new byte[MAX_BUFFERED]));

        request();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void servesAConnectionThatHasALittleToRead() {
        channel.write(Unpooled.wrappedBuffer(new byte[MAX_BUFFERED / 2]));

        request();

        assertThat(channel.isOpen()).isTrue();
        channel.releaseOutbound();
    }

    @Test
    void answersWhatItDoesNotServe() {
        request();

        FullHttpResponse response = channel.readOutbound();
        assertThat(response.status().code()).isEqualTo(404);
        response.release();
    }

    private void request() {
        channel.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    private void setWritable(boolean writable) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
        channel.runPendingTasks();
    }
}
