package dev.umpire.server.socketio.packet;

/**
 * Thrown when a client's message is no valid Socket.IO packet; its connection is to be closed (Socket.IO v5, "Packet
 * encoding").
 */
public final class MalformedPacketException extends Exception {
    public MalformedPacketException(String message) {
        super(message);
    }
}
