package dev.umpire.server.engineio.packet;

import java.util.Base64;

/** Reads packets as clients send them (Engine.IO v4, "Packet encoding"). */
public final class PacketDecoder {
    private PacketDecoder() {}

    /**
     * Decodes the text of one WebSocket message.
     *
     * @throws MalformedPacketException if it does not start with a packet type
     */
    public static Packet.Text decode(String text) throws MalformedPacketException {
        PacketType type = text.isEmpty() ? null : PacketType.of(text.charAt(0));
        if (type == null) {
            throw new MalformedPacketException(
                    "expected a packet type from 0 to 6 but found " + (text.isEmpty() ? "nothing" : text.charAt(0)));
        }
        return new Packet.Text(type, text.substring(1));
    }

    /**
     * Decodes one part of a polling payload: text, or {@code b} and base64.
     *
     * @throws MalformedPacketException if it is neither
     */
    public static Packet decodePart(String part) throws MalformedPacketException {
        if (part.isEmpty() || part.charAt(0) != 'b') {
            return decode(part);
        }
        // released Java clients break base64 into lines, as MIME does
        String base64 = part.substring(1).replace("\r", "").replace("\n", "");
        try {
            return new Packet.Binary(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new MalformedPacketException("invalid base64 in a binary packet: " + e.getMessage());
        }
    }
}
