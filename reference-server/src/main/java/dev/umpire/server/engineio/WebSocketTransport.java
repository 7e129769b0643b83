package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.PacketType;
import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;

/** Sends each packet in its own WebSocket message (Engine.IO v4, "WebSocket"). */
final class WebSocketTransport implements Transport {
    static final String NAME = "websocket";

    private static final List<WirePacket> CLOSE = List.of(WirePacket.of(PacketType.CLOSE));

    private final WebSocketConnection connection;

    WebSocketTransport(WebSocketConnection connection) {
        this.connection = connection;
    }

    boolean isFor(WebSocketConnection other) {
        return connection == other;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isWritable() {
        return connection.isWritable();
    }

    @Override
    public void send(List<WirePacket> packets) {
        connection.send(packets);
    }

    @Override
    public void close(CloseReason reason) {
        switch (reason) {
            case FORCED_CLOSE -> {
                connection.send(CLOSE);
                connection.close(WebSocketConnection.NORMAL_CLOSURE);
            }
            case SERVER_SHUTTING_DOWN -> {
                connection.send(CLOSE);
                connection.close(WebSocketConnection.GOING_AWAY);
            }
            case PARSE_ERROR, TRANSPORT_ERROR -> connection.close(WebSocketConnection.PROTOCOL_ERROR);
            case PING_TIMEOUT, TRANSPORT_CLOSE -> connection.close(WebSocketConnection.NORMAL_CLOSURE);
        }
    }
}
