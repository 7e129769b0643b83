package dev.umpire.server.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into frames (RFC 6455, section 5.2) and says no to what cannot be one. Netty's own decoder is not used: it
 * lets reserved bits through.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    private final int maxPayload;
    private final FrameInterceptor interceptor;
    private final Messages messages;
    /** Checks the text of a frame that is arriving; null if there is none, or nothing to check in it. */
    private @Nullable Utf8Stream preview;
    /** How much of the arriving frame's payload was checked. */
    private int previewed;

    private boolean failed;

    /**
     * Makes the decoder of one WebSocket.
     *
     * @param messages what the frames are put together to, which knows what a continuation continues
     */
    FrameDecoder(int maxPayload, FrameInterceptor interceptor, Messages messages) {
        this.maxPayload = maxPayload;
        this.messages = messages;
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
            // Netty takes a decoder that decodes without reading for broken, and would cut the connection short
            in.skipBytes(in.readableBytes());
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
            if (masked && available > header && interceptor == FrameInterceptor.NONE) {
                preview(in, start + header, available - header, first);
            }
            return null;
        }
        preview = null;
        previewed = 0;
        byte[] payload = new byte[(int) length];
        in.getBytes(start + header, payload);
        if (masked) {
            unmask(payload, in.getInt(start + header - 4), 0);
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

    /**
     * "an endpoint MUST fail the connection" over text that is not UTF-8 (section 8.1), and need not wait for its end.
     */
    private void preview(ByteBuf in, int payloadStart, int arrived, int first) throws WebSocketException {
        if (previewed == 0) {
            preview = messages.preview((first >> 4) & 0x7, first & 0xf);
        }
        if (preview != null) {
            byte[] piece = new byte[arrived - previewed];
            in.getBytes(payloadStart + previewed, piece);
            unmask(piece, in.getInt(payloadStart - 4), previewed);
            if (!preview.accepts(piece)) {
                throw new WebSocketException(WebSocketException.INVALID_DATA, "a frame that is not UTF-8");
            }
        }
        previewed = arrived;
    }

    /** Unmasks a piece of a payload, which starts at an offset in it. */
    private static void unmask(byte[] piece, int key, int offset) {
        for (int i = 0; i < piece.length; i++) {
            piece[i] ^= (byte) (key >>> (24 - 8 * ((offset + i) & 3)));
        }
    }
}
