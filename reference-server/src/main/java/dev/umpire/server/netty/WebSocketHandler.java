package dev.umpire.server.netty;

import dev.umpire.server.engineio.WebSocketConnection;
import dev.umpire.server.engineio.packet.WirePacket;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket after its handshake: messages in and out, ping, pong and close (RFC 6455, sections 5.5 and 7). */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, and that is told
final class WebSocketHandler extends SimpleChannelInboundHandler<Object> implements WebSocketConnection {
    private static final Logger LOG = LoggerFactory.getLogger(WebSocketHandler.class);

    private final Channel channel;
    private final FrameEncoder encoder;
    private final Messages messages;
    /** Handed over by another loop, and not written yet. */
    private final AtomicLong underWay = new AtomicLong();

    private @Nullable Listener listener;
    private volatile boolean closeSent;
    private boolean closedTold;

    WebSocketHandler(Channel channel, FrameEncoder encoder, Messages messages) {
        this.channel = channel;
        this.encoder = encoder;
        this.messages = messages;
    }

    /** To be called before the first frame arrives. */
    void listener(Listener receiver) {
        listener = receiver;
    }

    @Override
    public void send(List<WirePacket> packets) {
        if (channel.eventLoop().inEventLoop()) {
            write(packets);
            return;
        }
        long weight = WirePacket.weight(packets);
        underWay.addAndGet(weight);
        onLoop(() -> {
            underWay.addAndGet(-weight);
            write(packets);
        });
    }

    private void write(List<WirePacket> packets) {
        if (!closeSent) {
            channel.writeAndFlush(encoder.encode(channel, packets), channel.voidPromise());
        }
    }

    @Override
    public long waiting() {
        return underWay.get() + Backlog.of(channel);
    }

    @Override
    public boolean isWritable() {
        return channel.isWritable() && !closeSent;
    }

    @Override
    public void close(int code) {
        onLoop(() -> {
            if (!closeSent) {
                closeSent = true;
                // what was sent before goes out first; then the peer answers with a Close of its own, or never
                GentleClose.lingerAfter(channel.writeAndFlush(encoder.encode(channel, closeFrame(code))));
            }
        });
    }

    @Override
    public void abort() {
        onLoop(() -> {
            closeSent = true;
            channel.close();
        });
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof WebSocketException e) {
                throw e;
            }
            Frame frame = (Frame) message;
            if (closedTold) {
                return;
            }
            messages.check(frame);
            switch (frame.opcode()) {
                case Frame.CLOSE -> receiveClose(frame);
                case Frame.PING -> pong(frame);
                case Frame.PONG -> {} // unsolicited ones are allowed and mean nothing (section 5.5.3)
                default -> receiveData(frame);
            }
        } catch (WebSocketException e) {
            fail(e);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        tellClosed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("connection {} failed", channel.remoteAddress(), cause);
        channel.close();
    }

    private void receiveData(Frame frame) throws WebSocketException {
        Frame message = messages.add(frame);
        if (message == null || listener == null || closeSent) {
            return;
        }
        if (message.opcode() == Frame.TEXT) {
            listener.onText(Messages.text(message));
        } else {
            listener.onBinary(message.payload());
        }
    }

    /**
     * "an endpoint MAY elect to send a Pong frame for only the most recently processed Ping": a flood is not echoed.
     */
    private void pong(Frame ping) {
        if (isWritable()) {
            channel.writeAndFlush(encoder.encode(channel, Frame.of(Frame.PONG, ping.payload())), channel.voidPromise());
        }
    }

    private void receiveClose(Frame close) throws WebSocketException {
        byte[] answer = Messages.closeAnswer(close);
        end(Frame.of(Frame.CLOSE, answer));
    }

    /** Fails the connection (section 7.1.7). */
    private void fail(WebSocketException e) {
        LOG.debug("connection {} is failed with {}: {}", channel.remoteAddress(), e.closeCode(), e.getMessage());
        end(closeFrame(e.closeCode()));
    }

    /** Sends a last Close frame, unless one was sent, and ends the connection; nothing more is read from it. */
    private void end(Frame last) {
        if (closeSent) {
            channel.close();
        } else {
            closeSent = true;
            GentleClose.write(channel, encoder.encode(channel, last));
        }
        tellClosed();
    }

    private void tellClosed() {
        if (!closedTold) {
            closedTold = true;
            if (listener != null) {
                listener.onClosed();
            }
        }
    }

    private void onLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            new NettyLoop(channel.eventLoop()).execute(task);
        }
    }

    private static Frame closeFrame(int code) {
        return Frame.of(Frame.CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }
}
