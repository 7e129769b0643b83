package dev.umpire.server.engineio.packet;

import java.util.List;

/** How several packets share the body of a request or a response. */
public interface PayloadFormat {
    /** That of Engine.IO v4, which needs no other: text, whatever is in it. */
    PayloadFormat CURRENT = new PayloadFormat() {
        @Override
        public Body join(List<WirePacket> packets) {
            return new Body(Payloads.join(packets), false);
        }

        @Override
        public int fitting(List<WirePacket> packets, int bytes) {
            return Payloads.fitting(packets, bytes);
        }

        @Override
        public void read(String body, Receiver receiver) throws MalformedPacketException {
            for (String part : Payloads.split(body)) {
                receiver.receive(PacketDecoder.decodePart(part));
            }
        }
    };

    /** Joins packets to a body. */
    Body join(List<WirePacket> packets);

    /** How many of the first packets make a body of at most so many bytes; at least one. */
    int fitting(List<WirePacket> packets, int bytes);

    /**
     * Reads a body of text; what stands before a malformed packet is received.
     *
     * @throws MalformedPacketException if it is no payload, or one of its packets is malformed
     */
    void read(String body, Receiver receiver) throws MalformedPacketException;

    /** Takes packets one by one, as they are read. */
    @FunctionalInterface
    interface Receiver {
        void receive(Packet packet) throws MalformedPacketException;
    }

    /** The body of a response. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] bytes, boolean isBinary) {}
}
