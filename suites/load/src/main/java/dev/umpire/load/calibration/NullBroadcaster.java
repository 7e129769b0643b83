package dev.umpire.load.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that knows just enough to be measured against: it accepts WebSockets, answers CONNECT, and at a command
 * {@code emit} with {@code repeat} writes the events to all clients, or to all but the asking one, encoded once and
 * many at a time. What arrives from it shows what the harness can take.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, and the run that measures sees it
final class NullBroadcaster {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES_PER_WRITE = 1 << 16;
    private static final int BACKLOG = 4_096;
    private static final int MOST_BYTES = 1 << 22;

    /** All on one event loop. */
    private final List<Channel> joined = new ArrayList<>();

    private final int framesPerWrite;

    private NullBroadcaster(int framesPerWrite) {
        this.framesPerWrite = framesPerWrite;
    }

    /**
     * Serves until the standard input ends.
     *
     * @param arguments how many frames are written at once; as many as fit into one write, if absent
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        NullBroadcaster broadcaster =
                new NullBroadcaster(arguments.length == 0 ? Integer.MAX_VALUE : Integer.parseInt(arguments[0]));
        Channel server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        broadcaster.serve(channel);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        int port = ((InetSocketAddress) server.localAddress()).getPort();
        System.out.println("ready http://127.0.0.1:" + port + "/socket.io/");
        System.in.transferTo(OutputStream.nullOutputStream());
        loop.shutdownGracefully();
    }

    private void serve(SocketChannel channel) {
        WebSocketServerProtocolConfig webSocket = WebSocketServerProtocolConfig.newBuilder()
                .websocketPath("/socket.io/")
                .checkStartsWith(true)
                .maxFramePayloadLength(MOST_BYTES)
                .build();
        channel.pipeline()
                .addLast(new HttpServerCodec())
                .addLast(new HttpObjectAggregator(MOST_BYTES))
                .addLast(new WebSocketServerProtocolHandler(webSocket))
                .addLast(new Client());
    }

    /** The frames of a broadcast, as many of them together as one write takes. */
    private List<ByteBuf> batches(JsonNode command) {
        List<ByteBuf> batches = new ArrayList<>();
        int frames = framesPerWrite;
        for (int number = 0; number < command.path("repeat").asInt(); number++, frames++) {
            if (frames >= framesPerWrite || batches.get(batches.size() - 1).readableBytes() >= BYTES_PER_WRITE) {
                batches.add(Unpooled.directBuffer());
                frames = 0;
            }
            String event = "42[" + command.path("event") + "," + number + ","
                    + command.path("args").path(0) + "]";
            frame(batches.get(batches.size() - 1), event.getBytes(StandardCharsets.UTF_8));
        }
        return batches;
    }

    private static void frame(ByteBuf out, byte[] text) {
        out.writeByte(0x81);
        if (text.length < 126) {
            out.writeByte(text.length);
        } else if (text.length <= 0xffff) {
            out.writeByte(126).writeShort(text.length);
        } else {
            out.writeByte(127).writeLong(text.length);
        }
        out.writeBytes(text);
    }

    private void broadcast(Channel asking, JsonNode command) {
        boolean everybody = command.path("via").asText().equals("io");
        for (ByteBuf batch : batches(command)) {
            for (Channel client : joined) {
                if (client != asking || everybody) {
                    client.writeAndFlush(batch.retainedDuplicate());
                }
            }
            batch.release();
        }
    }

    /** One client's packets. */
    private final class Client extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
                send(
                        ctx,
                        "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":600000,\"pingTimeout\":600000,"
                                + "\"maxPayload\":1000000}");
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame)
                throws JsonProcessingException {
            String packet = frame.text();
            if (packet.equals("40")) {
                joined.add(ctx.channel());
                send(ctx, "40{\"sid\":\"y\"}");
            } else if (packet.startsWith("42")) {
                int array = packet.indexOf('[');
                broadcast(ctx.channel(), JSON.readTree(packet.substring(array)).path(1));
                send(ctx, "43" + packet.substring(2, array) + "[{\"ok\":true}]");
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            joined.remove(ctx.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }

        private void send(ChannelHandlerContext ctx, String packet) {
            ctx.writeAndFlush(new TextWebSocketFrame(packet));
        }
    }
}
