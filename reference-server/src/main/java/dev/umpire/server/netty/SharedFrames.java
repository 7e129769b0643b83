package dev.umpire.server.netty;

import dev.umpire.server.engineio.packet.WirePacket;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The frames that an event loop wrote last, kept for the next connection. A broadcast reaches the connections of a loop
 * one after the other with the same packets: they are framed for the first, and the others share its bytes.
 */
final class SharedFrames {
    private static final FastThreadLocal<SharedFrames> OF_LOOP = new FastThreadLocal<>() {
        @Override
        protected SharedFrames initialValue() {
            return new SharedFrames();
        }

        @Override
        protected void onRemoval(SharedFrames frames) {
            frames.replace(List.of(), null);
        }
    };

    private List<WirePacket> packets = List.of();
    private @Nullable ByteBuf frames;

    private SharedFrames() {}

    /**
     * The frames of some packets, to be written and released by the caller.
     *
     * @param packets not empty, and not to be changed afterwards
     * @param encoding makes the frames, unless the last packets were the same ones
     */
    static ByteBuf of(List<WirePacket> packets, Supplier<ByteBuf> encoding) {
        SharedFrames last = OF_LOOP.get();
        ByteBuf frames = last.frames;
        // packets are equal only if they are the same
        if (frames == null || !packets.equals(last.packets)) {
            frames = encoding.get();
            last.replace(packets, frames);
        }
        return frames.retainedDuplicate();
    }

    private void replace(List<WirePacket> newPackets, @Nullable ByteBuf newFrames) {
        ByteBuf old = frames;
        packets = newPackets;
        frames = newFrames;
        if (old != null) {
            old.release();
        }
    }
}
