package dev.umpire.server.netty;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LeakCheckTest {
    @Test
    @Timeout(30)
    void findsABufferThatNobodyReleased() {
        assertThatThrownBy(() -> {
                    // the collector may take more than one round to see it
                    while (true) {
                        forgetABuffer();
                        LeakCheck.check();
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("a buffer was not released: ByteBuf")
                .hasMessageContaining("forgetABuffer");
    }

    @Test
    void findsNothingWhereAllAreReleased() {
        PooledByteBufAllocator.DEFAULT.buffer(16).release();
        LeakCheck.check();
    }

    private static void forgetABuffer() {
        PooledByteBufAllocator.DEFAULT.buffer(16).writeByte(1);
    }
}
