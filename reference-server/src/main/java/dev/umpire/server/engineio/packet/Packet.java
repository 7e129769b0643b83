package dev.umpire.server.engineio.packet;

/**
 * A packet received from a client: text of any type, or binary, which is always a message (Engine.IO v4, "Packet
 * encoding").
 */
public sealed interface Packet {

    /** A packet with a text payload; {@code data} is empty if the packet has none. */
    record Text(PacketType type, String data) implements Packet {}

    /** A message whose payload is bytes. */
    final class Binary implements Packet {
        private final byte[] data;

        public Binary(byte[] data) {
            this.data = data;
        }

        /** The payload itself, not a copy: the packet has one reader. */
        public byte[] data() {
            return data;
        }
    }
}
