package dev.umpire.server.engineio.packet;

/**
 * Thrown when received text is no Engine.IO packet; the session it came from is to be closed (Engine.IO v4, "Packet
 * encoding").
 */
public final class MalformedPacketException extends Exception {
    public MalformedPacketException(String message) {
        super(message);
    }
}
