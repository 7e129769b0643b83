package dev.umpire.server.socketio.packet;

/**
 * Turns packets into text and attachments (Socket.IO v5, "Packet encoding"). Called from any thread, once per emit
 * however many receive it.
 */
@FunctionalInterface
public interface PacketEncoder {

    /**
     * Encodes one packet.
     *
     * @throws IllegalArgumentException if the data cannot be written as JSON
     */
    EncodedPacket encode(Packet packet);
}
