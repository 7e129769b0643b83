package dev.umpire.server.socketio.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO packet with its attachments in place (Socket.IO v5, "Packet encoding").
 *
 * @param type never a binary type: whether a packet is binary follows from its data when it is encoded
 * @param namespace starts with {@code /}
 * @param id the acknowledgement id, or null if none is asked for
 * @param data a {@code Map} (CONNECT, CONNECT_ERROR), a {@code List} (EVENT, ACK) or null; values are those of JSON,
 *     and {@code byte[]}
 */
public record Packet(
        PacketType type,
        String namespace,
        @Nullable Long id,
        @Nullable Object data) {

    public Packet(PacketType type, String namespace) {
        this(type, namespace, null, null);
    }

    /** The data of an EVENT or ACK as the list that the decoder made sure it is. */
    @SuppressWarnings("unchecked") // elements are plain JSON values or bytes, whatever the list
    public List<@Nullable Object> list() {
        return data == null ? List.of() : (List<@Nullable Object>) data;
    }
}
