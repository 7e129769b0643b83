package dev.umpire.server.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/**
 * How sockets are read and written: by Linux's epoll where Netty's library for it loads, which takes less work per
 * write, and by the JDK everywhere else.
 */
enum Sockets {
    EPOLL(EpollServerSocketChannel.class),
    NIO(NioServerSocketChannel.class);

    private final Class<? extends ServerSocketChannel> listening;

    Sockets(Class<? extends ServerSocketChannel> listening) {
        this.listening = listening;
    }

    /** The better of those that work here. */
    static Sockets best() {
        return Epoll.isAvailable() ? EPOLL : NIO;
    }

    Class<? extends ServerSocketChannel> listening() {
        return listening;
    }

    /**
     * Starts event loops.
     *
     * @param loops how many; none of them ever waits, so more than there are processors gain nothing
     */
    EventLoopGroup group(int loops) {
        IoHandlerFactory handling = this == EPOLL ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        return new MultiThreadIoEventLoopGroup(loops, new DefaultThreadFactory("umpire-server", true), handling);
    }
}
