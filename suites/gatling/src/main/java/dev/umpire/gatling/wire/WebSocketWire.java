package dev.umpire.gatling.wire;

import dev.umpire.fixtures.wire.Handshake;
import io.gatling.http.client.WebSocketListener;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A session over one WebSocket connection. */
final class WebSocketWire extends WebSocketListener implements Wire, FrameReader.Messages {
    private static final String NETTYS_DECODER = "ws-decoder";

    private final WireListener listener;
    private final boolean probing;
    private @Nullable Channel channel;
    private boolean compressed;
    private boolean open;
    private boolean over;

    private WebSocketWire(WireListener listener, boolean probing) {
        this.listener = listener;
        this.probing = probing;
    }

    /** Begins a session. */
    static WebSocketWire connect(Requests requests, Visitor visitor, Address address, WireListener listener) {
        WebSocketWire wire = new WebSocketWire(listener, false);
        requests.webSocket(visitor, address.webSocket(), wire);
        return wire;
    }

    /** Goes on with a session that another transport began: the listener hears of no open packet. */
    static WebSocketWire probe(Requests requests, Visitor visitor, Address address, String sid, WireListener listener) {
        WebSocketWire wire = new WebSocketWire(listener, true);
        requests.webSocket(visitor, address.webSocket(sid), wire);
        return wire;
    }

    @Override
    public void send(String packet) {
        if (channel != null) {
            sendFrame(new TextWebSocketFrame(packet));
        }
    }

    @Override
    public void send(byte[] attachment) {
        if (channel != null) {
            sendFrame(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(attachment)));
        }
    }

    @Override
    public void close() {
        over = true;
        if (channel != null) {
            sendFrame(new CloseWebSocketFrame(1000, ""));
        }
    }

    @Override
    public void reading(boolean takes) {
        if (channel != null) {
            channel.config().setAutoRead(takes);
        }
    }

    @Override
    public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {
        compressed = headers.contains(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
    }

    @Override
    public void openWebSocket(Channel opened) {
        channel = opened;
        ChannelHandler decoder = opened.pipeline().get(NETTYS_DECODER);
        if (decoder != null && !compressed) {
            opened.pipeline().replace(decoder, "umpire-frames", new FrameReader(this));
        }
        super.openWebSocket(opened);
        if (over) {
            sendFrame(new CloseWebSocketFrame(1000, ""));
        } else if (probing) {
            open = true;
            listener.settled();
        }
    }

    @Override
    public void onWebSocketOpen() {
        // the open packet follows
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        if (over) {
            return;
        }
        if (open) {
            listener.text(bytes, from, to);
        } else {
            first(bytes, from, to);
        }
    }

    private void first(byte[] bytes, int from, int to) {
        Handshake handshake = OpenPacket.read(bytes, from, to);
        if (handshake == null) {
            end("the server's open packet is malformed: " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
            return;
        }
        open = true;
        listener.opened(handshake);
        listener.settled();
    }

    @Override
    public void binary(byte[] bytes, int from, int to) {
        if (!over) {
            listener.binary(bytes, from, to);
        }
    }

    @Override
    public void drained() {
        listener.drained();
    }

    @Override
    public void broken(String reason) {
        end(reason);
    }

    @Override
    public void onTextFrame(TextWebSocketFrame frame) {
        byte[] bytes = bytes(frame.content());
        text(bytes, 0, bytes.length);
        listener.drained();
    }

    @Override
    public void onBinaryFrame(BinaryWebSocketFrame frame) {
        byte[] bytes = bytes(frame.content());
        binary(bytes, 0, bytes.length);
        listener.drained();
    }

    private static byte[] bytes(ByteBuf content) {
        return ByteBufUtil.getBytes(content);
    }

    @Override
    public void onPongFrame(PongWebSocketFrame frame) {
        // nothing was pinged
    }

    @Override
    public void onCloseFrame(CloseWebSocketFrame frame) {
        String reason = frame.reasonText();
        end("the server closed the connection "
                + (frame.statusCode() < 0 ? "without a code" : "with code " + frame.statusCode())
                + (reason == null || reason.isEmpty() ? "" : " (" + reason + ")"));
    }

    @Override
    public void onThrowable(Throwable cause) {
        end(Failures.inWords(cause, channel == null ? "an answer" : "a close frame"));
    }

    private void end(String reason) {
        if (!over) {
            over = true;
            listener.ended(reason);
        }
    }
}
