package dev.umpire.gatling.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a server's WebSocket frames (RFC 6455, section 5.2) in place: of everything that one read brought, without an
 * object for each frame. Takes the place of Netty's decoder, and leaves control frames to Netty's handlers.
 */
final class FrameReader extends ChannelInboundHandlerAdapter {
    /** The longest message that a client takes. */
    static final int MOST_BYTES = 1 << 27;

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FIN = 0x80;
    private static final int NOTHING = -1;

    /** One for all connections of an event loop, as none of them keeps it. */
    private static final FastThreadLocal<byte[]> SCRATCH = new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
            return new byte[1 << 17];
        }
    };

    private final Messages messages;
    private byte[] kept = new byte[0];
    private int keptLength;
    private @Nullable ByteArrayOutputStream fragments;
    private int fragmented;

    /** Takes whole messages, and hears of the first frame that is wrong. */
    interface Messages {
        void text(byte[] bytes, int from, int to);

        void binary(byte[] bytes, int from, int to);

        void broken(String reason);

        /** Everything that one read brought has been handed over. */
        void drained();
    }

    FrameReader(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof ByteBuf arrived)) {
            ctx.fireChannelRead(message);
            return;
        }
        int length = keptLength + arrived.readableBytes();
        byte[] bytes = scratch(length);
        System.arraycopy(kept, 0, bytes, 0, keptLength);
        try {
            arrived.readBytes(bytes, keptLength, arrived.readableBytes());
        } finally {
            arrived.release();
        }
        int read = read(ctx, bytes, length);
        keep(bytes, read, length);
        messages.drained();
    }

    private static byte[] scratch(int length) {
        byte[] bytes = SCRATCH.get();
        if (bytes.length < length) {
            bytes = new byte[Integer.highestOneBit(length) << 1];
            SCRATCH.set(bytes);
        }
        return bytes;
    }

    private void keep(byte[] bytes, int from, int to) {
        keptLength = to - from;
        if (kept.length < keptLength) {
            kept = Arrays.copyOfRange(bytes, from, to);
        } else {
            System.arraycopy(bytes, from, kept, 0, keptLength);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the end of a broken connection
    private void giveUp(ChannelHandlerContext ctx, String wrong) {
        messages.broken(wrong);
        ctx.close();
    }

    /** Reads whole frames; where the first that is not whole begins. */
    private int read(ChannelHandlerContext ctx, byte[] bytes, int end) {
        int at = 0;
        while (end - at >= 2) {
            String wrong = wrong(bytes[at], bytes[at + 1]);
            int length = bytes[at + 1] & 0x7f;
            int header = 2;
            if (length == 126) {
                header = 4;
                length = end - at < header ? NOTHING : ((bytes[at + 2] & 0xff) << 8) | (bytes[at + 3] & 0xff);
            } else if (length == 127) {
                header = 10;
                length = end - at < header ? NOTHING : longLength(bytes, at + 2);
            }
            if (wrong == null && tooLong(length)) {
                wrong = "the server sent a message of more than " + MOST_BYTES + " bytes";
            }
            if (wrong != null) {
                giveUp(ctx, wrong);
                return end;
            }
            if (length == NOTHING || end - at - header < length) {
                return at;
            }
            frame(ctx, bytes[at], bytes, at + header, at + header + length);
            at += header + length;
        }
        return at;
    }

    private static int longLength(byte[] bytes, int at) {
        long length = 0;
        for (int i = at; i < at + 8; i++) {
            length = (length << 8) | (bytes[i] & 0xff);
        }
        return length < 0 || length > MOST_BYTES ? MOST_BYTES + 1 : (int) length;
    }

    private boolean tooLong(int length) {
        return length > MOST_BYTES || (fragments != null && fragments.size() + length > MOST_BYTES);
    }

    private @Nullable String wrong(int first, int second) {
        if ((first & 0x70) != 0) {
            return "the server sent a WebSocket frame with a reserved bit";
        }
        if ((second & 0x80) != 0) {
            return "the server sent a masked WebSocket frame";
        }
        int opcode = first & 0x0f;
        if (opcode == CONTINUATION && fragments == null) {
            return "the server sent a continuation of nothing";
        }
        if ((opcode == TEXT || opcode == BINARY) && fragments != null) {
            return "the server began a message within another";
        }
        if (opcode >= CLOSE && ((first & FIN) == 0 || (second & 0x7f) > 125)) {
            return "the server sent a control frame that is fragmented or too long";
        }
        boolean known = opcode <= BINARY || opcode == CLOSE || opcode == PING || opcode == PONG;
        return known ? null : "the server sent a WebSocket frame with opcode " + opcode;
    }

    private void frame(ChannelHandlerContext ctx, int first, byte[] bytes, int from, int to) {
        int opcode = first & 0x0f;
        if (first == (byte) (FIN | TEXT)) {
            messages.text(bytes, from, to);
        } else if (opcode >= CLOSE) {
            control(ctx, opcode, Unpooled.copiedBuffer(bytes, from, to - from));
        } else if (opcode == BINARY && (first & FIN) != 0) {
            messages.binary(bytes, from, to);
        } else {
            fragment(first, bytes, from, to);
        }
    }

    private void fragment(int first, byte[] bytes, int from, int to) {
        ByteArrayOutputStream whole = fragments;
        if (whole == null) {
            whole = new ByteArrayOutputStream();
            fragments = whole;
            fragmented = first & 0x0f;
        }
        whole.write(bytes, from, to - from);
        if ((first & FIN) == 0) {
            return;
        }
        fragments = null;
        byte[] message = whole.toByteArray();
        if (fragmented == TEXT) {
            messages.text(message, 0, message.length);
        } else {
            messages.binary(message, 0, message.length);
        }
    }

    private static void control(ChannelHandlerContext ctx, int opcode, ByteBuf payload) {
        ctx.fireChannelRead(
                switch (opcode) {
                    case PING -> new PingWebSocketFrame(payload);
                    case PONG -> new PongWebSocketFrame(payload);
                    default -> new CloseWebSocketFrame(true, 0, payload);
                });
    }
}
