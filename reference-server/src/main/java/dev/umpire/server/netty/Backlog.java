package dev.umpire.server.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/** What a connection has to write and its peer has left no room for. */
final class Backlog {
    private Backlog() {}

    /** In bytes, with what Netty adds for each write; 0 once the connection is closed. Callable from any thread. */
    static long of(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
