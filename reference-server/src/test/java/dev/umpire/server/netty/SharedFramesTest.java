package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.server.engineio.packet.WirePacket;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedFramesTest {
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final FrameEncoder one = new FrameEncoder(FrameInterceptor.NONE, null, 0);
    private final FrameEncoder other = new FrameEncoder(FrameInterceptor.NONE, null, 0);

    @AfterEach
    void end() {
        channel.finishAndReleaseAll();
    }

    @Test
    void connectionsThatGetTheSamePacketsShareTheirBytes() {
        WirePacket first = WirePacket.message("a");
        WirePacket second = WirePacket.message("b");

        ByteBuf ones = one.encode(channel, List.of(first, second));
        ByteBuf others = other.encode(channel, List.of(first, second));

        assertThat(others).isEqualTo(ones);
        // this one's, the other one's, and the one that is kept
        assertThat(ones.refCnt()).isEqualTo(3);
        ones.release(2);
    }

    @Test
    void whatOneHasWrittenIsWholeForTheOther() {
        WirePacket packet = WirePacket.message("hello");
        ByteBuf ones = one.encode(channel, List.of(packet));
        ones.readBytes(new byte[ones.readableBytes()]);
        ones.release();

        ByteBuf others = other.encode(channel, List.of(packet));

        assertThat(others.toString(2, 6, StandardCharsets.UTF_8)).isEqualTo("4hello");
        others.release();
    }

    @Test
    void packetsThatOnlyLookTheSameAreFramedAnew() {
        ByteBuf ones = one.encode(channel, List.of(WirePacket.message("a")));
        ByteBuf others = other.encode(channel, List.of(WirePacket.message("a")));

        assertThat(others).isEqualTo(ones);
        assertThat(ones.refCnt()).isEqualTo(1);
        ones.release();
        others.release();
    }

    @Test
    void theFramesOfTheLastPacketsAreLetGoForTheNextOnes() {
        ByteBuf old = one.encode(channel, List.of(WirePacket.message("old")));
        assertThat(old.refCnt()).isEqualTo(2);

        one.encode(channel, List.of(WirePacket.message("new"))).release();

        assertThat(old.refCnt()).isEqualTo(1);
        old.release();
    }
}
