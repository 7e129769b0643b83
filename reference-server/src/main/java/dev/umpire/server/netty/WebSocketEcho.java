package dev.umpire.server.netty;

import dev.umpire.server.engineio.WebSocketConnection;
import dev.umpire.server.engineio.packet.WirePacket;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.List;

/**
 * A bare WebSocket that sends every message back as it came, for testers of RFC 6455. Who does not read the echo is not
 * read either, so that nothing gathers.
 */
final class WebSocketEcho extends ChannelInboundHandlerAdapter implements WebSocketConnection.Listener {
    /** The largest message that such testers send; at least as much is taken, whatever {@code maxPayload} is. */
    static final int MAX_MESSAGE = 16 * 1024 * 1024;

    private final WebSocketConnection connection;

    WebSocketEcho(WebSocketConnection connection) {
        this.connection = connection;
    }

    @Override
    public void onText(String text) {
        connection.send(List.of(WirePacket.bare(text)));
    }

    @Override
    public void onBinary(byte[] bytes) {
        connection.send(List.of(WirePacket.message(bytes)));
    }

    @Override
    public void onClosed() {}

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(ctx.channel().isWritable());
    }
}
