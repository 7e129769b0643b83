package dev.umpire.server.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/**
 * Ends a TCP connection so that the last bytes arrive: the sending side first, and the rest when the peer has ended its
 * own or some time has passed. Closing at once, with bytes of the peer unread, would reset the connection.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, and that is told
final class GentleClose {
    private static final long LINGER_MILLIS = 1000;
    /** How long what was sent last may wait for the peer to read it. */
    private static final long UNREAD_MILLIS = 10_000;

    private GentleClose() {}

    /** Ends the connection once this write is done. */
    static void after(ChannelFuture write) {
        write.addListener((ChannelFutureListener) done -> {
            Channel channel = done.channel();
            SslHandler tls = channel.pipeline().get(SslHandler.class);
            if (tls != null) {
                // its close_notify is what a peer takes for the end (RFC 8446, section 6.1)
                tls.closeOutbound();
                closeLater(channel);
            } else if (done.isSuccess() && channel instanceof DuplexChannel duplex) {
                duplex.shutdownOutput().addListener(shut -> closeLater(channel));
            } else {
                channel.close();
            }
        });
    }

    /** Ends the connection when the peer has not done so a while after this write, nor let it be done for long. */
    static void lingerAfter(ChannelFuture write) {
        Channel channel = write.channel();
        write.addListener((ChannelFutureListener) done -> closeLater(channel));
        if (!write.isDone()) {
            channel.eventLoop().schedule(() -> channel.close(), UNREAD_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the connection when the peer has not done so after a while. */
    static void closeLater(Channel channel) {
        channel.eventLoop().schedule(() -> channel.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Writes the last bytes of a connection and ends it. */
    static void write(Channel channel, ByteBuf last) {
        after(channel.writeAndFlush(last));
    }
}
