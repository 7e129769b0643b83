package dev.umpire.server.socketio.packet;

import java.util.ArrayList;
import java.util.List;

/** The default encoding (Socket.IO v5, "Packet encoding"): a header, then JSON with placeholders for bytes. */
public final class JsonPacketEncoder implements PacketEncoder {

    @Override
    public EncodedPacket encode(Packet packet) {
        List<byte[]> attachments = new ArrayList<>(0);
        String json = packet.data() == null ? "" : Json.write(packet.data(), attachments);
        StringBuilder text = new StringBuilder(json.length() + 16);
        if (attachments.isEmpty()) {
            text.append(packet.type().id());
        } else {
            text.append(binary(packet.type()).id()).append(attachments.size()).append('-');
        }
        if (!packet.namespace().equals("/")) {
            text.append(packet.namespace()).append(',');
        }
        if (packet.id() != null) {
            text.append(packet.id().longValue());
        }
        return new EncodedPacket(text.append(json).toString(), List.copyOf(attachments));
    }

    private static PacketType binary(PacketType type) {
        return switch (type) {
            case EVENT -> PacketType.BINARY_EVENT;
            case ACK -> PacketType.BINARY_ACK;
            default -> throw new IllegalArgumentException("a " + type + " packet cannot carry bytes");
        };
    }
}
