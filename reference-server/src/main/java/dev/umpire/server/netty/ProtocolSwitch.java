package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import dev.umpire.server.engineio.WebSocketConnection;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts WebSocket in the place of HTTP on one connection (RFC 6455, section 4.2.2).
 *
 * @param request the opening handshake
 * @param deflate what was agreed to, or null if messages are not compressed
 * @param maxMessage the most bytes of a message
 * @param listeners make what receives the messages
 */
record ProtocolSwitch(
        Request request,
        @Nullable PerMessageDeflate deflate,
        int maxMessage,
        Function<WebSocketHandler, WebSocketConnection.Listener> listeners) {
    /** Switches; what the client sent behind its handshake is read as frames. */
    void perform(Channel channel, HttpConnection http, HttpOptions options) {
        channel.config().setAutoRead(true);
        ChannelPipeline pipeline = channel.pipeline();
        HttpServerCodec codec = pipeline.get(HttpServerCodec.class);
        codec.removeOutboundHandler();
        FrameInterceptor interceptor = options.frames().create(request);
        Messages messages = new Messages(maxMessage, deflate != null);
        FrameEncoder encoder =
                new FrameEncoder(interceptor, deflate, options.compression().threshold());
        WebSocketHandler webSocket = new WebSocketHandler(channel, encoder, messages);
        pipeline.addLast(new FrameDecoder(maxMessage, interceptor, messages))
                .addLast(webSocket)
                .remove(http);
        WebSocketConnection.Listener listener = listeners.apply(webSocket);
        webSocket.listener(listener);
        if (listener instanceof WebSocketEcho echo) {
            pipeline.addLast(echo);
        }
        // last, as it passes on what it has read already
        pipeline.remove(codec);
    }
}
