package dev.umpire.server.netty;

import dev.umpire.server.engineio.packet.WirePacket;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames (RFC 6455, section 5.2): a batch goes into one buffer, and thus into one write; connections with
 * nothing of their own about them share it.
 */
final class FrameEncoder {
    private static final int MAX_HEADER = 14;

    private final FrameInterceptor interceptor;
    private final @Nullable PerMessageDeflate deflate;
    private final int threshold;

    /**
     * Makes the encoder of one WebSocket.
     *
     * @param deflate what was agreed to, or null if messages are not compressed
     * @param threshold messages of at least so many bytes are compressed
     */
    FrameEncoder(FrameInterceptor interceptor, @Nullable PerMessageDeflate deflate, int threshold) {
        this.interceptor = interceptor;
        this.deflate = deflate;
        this.threshold = threshold;
    }

    /** The frames of some packets; callable on the channel's loop only. */
    ByteBuf encode(Channel channel, List<WirePacket> packets) {
        boolean alike = deflate == null && interceptor == FrameInterceptor.NONE;
        return alike ? SharedFrames.of(packets, () -> frames(channel, packets)) : frames(channel, packets);
    }

    private ByteBuf frames(Channel channel, List<WirePacket> packets) {
        int size = 0;
        for (WirePacket packet : packets) {
            size += packet.bytes().length + MAX_HEADER;
        }
        ByteBuf buffer = channel.alloc().buffer(size);
        for (WirePacket packet : packets) {
            encode(message(packet), buffer);
        }
        return buffer;
    }

    private Frame message(WirePacket packet) {
        int opcode = packet.isBinary() ? Frame.BINARY : Frame.TEXT;
        if (deflate != null && packet.bytes().length >= threshold) {
            byte[] compressed = deflate.deflate(packet.bytes());
            if (compressed.length < packet.bytes().length) {
                return new Frame(true, PerMessageDeflate.RSV1, opcode, false, compressed);
            }
        }
        return Frame.of(opcode, packet.bytes());
    }

    ByteBuf encode(Channel channel, Frame frame) {
        ByteBuf buffer = channel.alloc().buffer(frame.payload().length + MAX_HEADER);
        encode(frame, buffer);
        return buffer;
    }

    private void encode(Frame frame, ByteBuf out) {
        if (interceptor == FrameInterceptor.NONE) {
            write(frame, out);
        } else {
            interceptor.outgoing(frame).forEach(changed -> write(changed, out));
        }
    }

    private static void write(Frame frame, ByteBuf out) {
        byte[] payload = frame.payload();
        int mask = frame.masked() ? 0x80 : 0;
        out.writeByte((frame.fin() ? 0x80 : 0) | frame.rsv() << 4 | frame.opcode());
        if (payload.length < 126) {
            out.writeByte(mask | payload.length);
        } else if (payload.length < 65_536) {
            out.writeByte(mask | 126).writeShort(payload.length);
        } else {
            out.writeByte(mask | 127).writeLong(payload.length);
        }
        if (!frame.masked()) {
            out.writeBytes(payload);
            return;
        }
        int key = ThreadLocalRandom.current().nextInt();
        out.writeInt(key);
        for (int i = 0; i < payload.length; i++) {
            out.writeByte(payload[i] ^ key >>> (24 - 8 * (i & 3)));
        }
    }
}
