package dev.umpire.server.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts bytes into frames (RFC 6455, section 5.2) and says no to what cannot be one. Netty's own decoder is not used: it
 * lets reserved bits through.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    private final int maxPayload;
    private final FrameInterceptor interceptor;
    private boolean failed;

    FrameDecoder(int maxPayload, FrameInterceptor interceptor) {
        this.maxPayload = maxPayload;
        this.interceptor = interceptor;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (failed) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            Frame frame = read(in);
            if (frame != null) {
                out.addAll(interceptor.incoming(frame));
            }
        } catch (WebSocketException e) {
            failed = true;
            out.add(e);
        }
    }

    private Frame read(ByteBuf in) throws WebSocketException {
        int start = in.readerIndex();
        int available = in.readableBytes();
        if (available < 2) {
            return null;
        }
        int first = in.getUnsignedByte(start);
        int second = in.getUnsignedByte(start + 1);
        boolean masked = (second & 0x80) != 0;
        int shortLength = second & 0x7f;
        int lengthBytes = shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0;
        if (available < 2 + lengthBytes) {
            return null;
        }
        long length = length(in, start + 2, shortLength);
        // refused on its announcement: nothing of it is buffered
        if (length > maxPayload) {
            throw new WebSocketException(WebSocketException.TOO_BIG, "a frame of " + length + " bytes");
        }
        int header = 2 + lengthBytes + (masked ? 4 : 0);
        if (available < header + length) {
            return null;
        }
        byte[] payload = new byte[(int) length];
        in.getBytes(start + header, payload);
        if (masked) {
            unmask(payload, in.getInt(start + header - 4));
        }
        in.readerIndex(start + header + payload.length);
        return new Frame((first & 0x80) != 0, (first >> 4) & 0x7, first & 0xf, masked, payload);
    }

    private static long length(ByteBuf in, int at, int shortLength) throws WebSocketException {
        if (shortLength < 126) {
            return shortLength;
        }
        long length = shortLength == 126 ? in.getUnsignedShort(at) : in.getLong(at);
        // "the minimal number of bytes MUST be used" and "the most significant bit MUST be 0"
        if (length < (shortLength == 126 ? 126 : 65_536)) {
            throw new WebSocketException(WebSocketException.PROTOCOL_ERROR, "a length in the wrong form");
        }
        return length;
    }

    private static void unmask(byte[] payload, int key) {
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= (byte) (key >>> (24 - 8 * (i & 3)));
        }
    }
}
