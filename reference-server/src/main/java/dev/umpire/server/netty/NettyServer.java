package dev.umpire.server.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a port and serves Engine.IO servers, each on its path. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, and that is told
public final class NettyServer {
    private static final Logger LOG = LoggerFactory.getLogger(NettyServer.class);
    private static final long CLOSE_MILLIS = 1000;

    private final HttpOptions options;
    private final EventLoopGroup group;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Channel listening;
    private final @Nullable SslContext tls;
    private final int maxConnections;

    private NettyServer(HttpOptions options, Routes routes) {
        this.options = options;
        this.tls = options.tls() == null ? null : options.tls().context();
        this.maxConnections = Math.min(options.limits().maxConnections(), OpenFiles.left());
        Sockets sockets = Sockets.best();
        this.group = sockets.group(Runtime.getRuntime().availableProcessors());
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(sockets.listening())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .handler(new AcceptFailures())
                .childHandler(new Initializer(routes))
                .bind(options.host(), options.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            group.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            throw new UncheckedIOException(new IOException(
                    "cannot listen on " + options.host() + ":" + options.port() + ": "
                            + bound.cause().getMessage(),
                    bound.cause()));
        }
        this.listening = bound.channel();
        LOG.atInfo()
                .addKeyValue("host", options.host())
                .addKeyValue("port", port())
                .log("listening");
    }

    /**
     * Starts to listen.
     *
     * @throws UncheckedIOException if the port cannot be had
     * @throws IllegalArgumentException if the certificate cannot be used
     */
    public static NettyServer start(HttpOptions options, Routes routes) {
        return new NettyServer(options, routes);
    }

    /** The port in use, also if any free one was asked for. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** How many TCP connections are open. */
    public int connectionCount() {
        return connections.size();
    }

    /** Stops to listen and ends all connections, after the last words of sessions that were closed before. */
    public void close() {
        LOG.atInfo().addKeyValue("connections", connections.size()).log("stopping");
        listening.close().awaitUninterruptibly(CLOSE_MILLIS);
        for (Channel connection : connections) {
            connection.pipeline().fireUserEventTriggered(HttpConnection.STOPPING);
        }
        connections.newCloseFuture().awaitUninterruptibly(CLOSE_MILLIS);
        connections.close().awaitUninterruptibly(CLOSE_MILLIS);
        group.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(CLOSE_MILLIS);
    }

    private final class Initializer extends ChannelInitializer<Channel> {
        private final Routes routes;

        Initializer(Routes routes) {
            this.routes = routes;
        }

        @Override
        protected void initChannel(Channel channel) {
            if (connections.size() >= maxConnections) {
                channel.close();
                return;
            }
            connections.add(channel);
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            }
            HttpConnection.install(channel, routes, options);
        }
    }
}
