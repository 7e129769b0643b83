package dev.umpire.load.socketio;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.wire.Handshake;
import io.gatling.http.client.WebSocketListener;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;

/**
 * One client in the main namespace, from the WebSocket handshake to its end. Answers pings by itself (Engine.IO v4,
 * "Heartbeat"). Everything happens on the event loop of its virtual user; only {@link #send} may be called elsewhere.
 */
public final class SocketIoConnection extends WebSocketListener {
    private static final String CONNECT = "40";
    private static final String DISCONNECT = "41";
    private static final int MOST_SHOWN = 200;

    private final EventLoop eventLoop;
    private final SocketIoListener listener;
    private final Outcome outcome;
    private State state = State.OPENING;

    /** What became of an attempt to connect; exactly one of both is called, once. */
    interface Outcome {
        void connected(SocketIoConnection connection);

        void refused(String reason);
    }

    private enum State {
        OPENING,
        JOINING,
        OPEN,
        CLOSED
    }

    SocketIoConnection(EventLoop eventLoop, SocketIoListener listener, Outcome outcome) {
        this.eventLoop = eventLoop;
        this.listener = listener;
        this.outcome = outcome;
    }

    /** The event loop on which the connection lives and its listener is called. */
    public EventLoop eventLoop() {
        return eventLoop;
    }

    /** Sends an Engine.IO packet as it is written, such as {@code 42["hello"]}; from any thread. */
    public void send(String packet) {
        sendFrame(new TextWebSocketFrame(packet));
    }

    /** Leaves the namespace and closes; what happens to the connection from now on is expected. */
    public void close() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            send(DISCONNECT);
            sendFrame(new CloseWebSocketFrame(1000, ""));
        }
    }

    /** Gives up on an attempt to connect. */
    void giveUp(String reason) {
        if (state == State.OPENING || state == State.JOINING) {
            end(reason);
        }
    }

    @Override
    public void onHttpResponse(HttpResponseStatus status, HttpHeaders headers) {
        // the handshake succeeded, or an exception follows
    }

    @Override
    public void onWebSocketOpen() {
        // the open packet follows
    }

    @Override
    public void onTextFrame(TextWebSocketFrame frame) {
        ByteBuf content = frame.content();
        int type = content.isReadable() ? content.getByte(content.readerIndex()) : 0;
        switch (type) {
            case '4' -> message(content);
            case '2' -> pong(content);
            case '0' -> opened(content);
            case '1' -> end("the server closed the session");
            case '6' -> {
                // noop
            }
            default -> end("the server sent what is no Engine.IO packet: " + shown(content));
        }
    }

    private void message(ByteBuf content) {
        int type = content.readableBytes() > 1 ? content.getByte(content.readerIndex() + 1) : 0;
        switch (type) {
            case '2' -> listener.event(content);
            case '3' -> listener.acknowledgement(content);
            case '0' -> joined();
            case '1' -> end("the server disconnected the client from the namespace");
            case '4' -> end("the server refused CONNECT: " + shown(content));
            case '5', '6' -> {
                // binary events and acknowledgements of others; nothing here is binary
            }
            default -> end("the server sent what is no Socket.IO packet: " + shown(content));
        }
    }

    private void opened(ByteBuf content) {
        if (state != State.OPENING) {
            return;
        }
        try {
            Handshake.of(EnginePacket.decodeText(content.toString(StandardCharsets.UTF_8)));
        } catch (Violation e) {
            end("the server's open packet is malformed: " + e.getMessage());
            return;
        }
        state = State.JOINING;
        send(CONNECT);
    }

    private void joined() {
        if (state == State.JOINING) {
            state = State.OPEN;
            outcome.connected(this);
        }
    }

    /** A pong carries what its ping did. */
    private void pong(ByteBuf ping) {
        ByteBuf answer = Unpooled.copiedBuffer(ping);
        answer.setByte(0, '3');
        sendFrame(new TextWebSocketFrame(answer));
    }

    @Override
    public void onBinaryFrame(BinaryWebSocketFrame frame) {
        // attachments of others
    }

    @Override
    public void onPongFrame(PongWebSocketFrame frame) {
        // nothing was pinged
    }

    @Override
    public void onCloseFrame(CloseWebSocketFrame frame) {
        String reason = frame.reasonText();
        end("the server closed the connection with code " + frame.statusCode()
                + (reason == null || reason.isEmpty() ? "" : " (" + reason + ")"));
    }

    @Override
    public void onThrowable(Throwable cause) {
        end(Failures.inWords(cause));
    }

    private void end(String reason) {
        State before = state;
        state = State.CLOSED;
        if (before == State.OPEN) {
            listener.lost(reason);
        } else if (before != State.CLOSED) {
            outcome.refused(reason);
        }
    }

    private static String shown(ByteBuf content) {
        String text = content.toString(StandardCharsets.UTF_8);
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
