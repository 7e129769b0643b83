package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;

/** Sends each packet in its own WebSocket message (Engine.IO v4, "WebSocket"). */
final class WebSocketTransport implements Transport {
    static final String NAME = "websocket";

    private final WebSocketConnection connection;
    private final Revision revision;

    WebSocketTransport(WebSocketConnection connection, Revision revision) {
        this.connection = connection;
        this.revision = revision;
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
    public long waiting() {
        return connection.waiting();
    }

    @Override
    public void send(List<WirePacket> packets) {
        connection.send(
                revision == Revision.V4
                        ? packets
                        : packets.stream().map(WirePacket::typed).toList());
    }

    /**
     * Says with a Close frame what polling says with a close packet: a client that gets both would handle the packet
     * before messages that arrived just ahead of it.
     */
    @Override
    public void close(CloseReason reason) {
        if (reason == CloseReason.BUFFER_EXCEEDED) {
            // a Close frame would wait behind all that the client does not read
            connection.abort();
            return;
        }
        connection.close(
                switch (reason) {
                    case SERVER_SHUTTING_DOWN -> WebSocketConnection.GOING_AWAY;
                    case PARSE_ERROR, TRANSPORT_ERROR -> WebSocketConnection.PROTOCOL_ERROR;
                    case FORCED_CLOSE, PING_TIMEOUT, TRANSPORT_CLOSE, BUFFER_EXCEEDED ->
                        WebSocketConnection.NORMAL_CLOSURE;
                });
    }
}
