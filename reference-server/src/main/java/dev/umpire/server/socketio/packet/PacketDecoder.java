package dev.umpire.server.socketio.packet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of one connection into packets, collecting attachments until a binary packet is complete
 * (Socket.IO v5, "Packet encoding"). Confined to the connection's event loop.
 */
public final class PacketDecoder {
    /** Names with a meaning of their own in client and server APIs; no client sends them. */
    private static final Set<String> RESERVED_EVENTS =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private final int maxAttachments;
    private @Nullable PendingPacket pending;

    /**
     * Makes the decoder of one connection.
     *
     * @param maxAttachments more announced attachments than this make a packet malformed
     */
    public PacketDecoder(int maxAttachments) {
        this.maxAttachments = maxAttachments;
    }

    /**
     * Takes a text message.
     *
     * @return the packet, or null if its attachments are still to come
     * @throws MalformedPacketException if it is no packet, or attachments of another one were due
     */
    public @Nullable Packet add(String text) throws MalformedPacketException {
        if (pending != null) {
            throw new MalformedPacketException("expected an attachment but found text");
        }
        Header header = Header.parse(text, maxAttachments);
        Object data = header.end() == text.length() ? null : Json.read(text.substring(header.end()));
        checkData(header.type(), data, header.end() < text.length());
        Packet packet = new Packet(header.type().withoutAttachments(), header.namespace(), header.id(), data);
        if (!header.type().isBinary()) {
            return packet;
        }
        PendingPacket binary = new PendingPacket(packet, header.attachments());
        if (binary.isComplete()) {
            return binary.restored();
        }
        pending = binary;
        return null;
    }

    /**
     * Takes a binary message: the next attachment.
     *
     * @return the packet if this was its last attachment, else null
     * @throws MalformedPacketException if no attachment was due
     */
    public @Nullable Packet add(byte[] attachment) throws MalformedPacketException {
        PendingPacket binary = pending;
        if (binary == null) {
            throw new MalformedPacketException("an attachment without a packet that announced it");
        }
        binary.add(attachment);
        if (!binary.isComplete()) {
            return null;
        }
        pending = null;
        return binary.restored();
    }

    /** The namespace of the packet whose attachments are awaited, or null if none is. */
    public @Nullable String pendingNamespace() {
        return pending == null ? null : pending.packet().namespace();
    }

    private static void checkData(PacketType type, @Nullable Object data, boolean present)
            throws MalformedPacketException {
        boolean valid = switch (type) {
            case CONNECT -> !present || data instanceof Map;
            case DISCONNECT -> !present;
            case CONNECT_ERROR -> data instanceof Map || data instanceof String;
            case EVENT, BINARY_EVENT -> data instanceof List<?> list && !list.isEmpty() && isName(list.get(0));
            case ACK, BINARY_ACK -> data instanceof List;
        };
        if (!valid) {
            throw new MalformedPacketException("invalid payload for " + type);
        }
    }

    private static boolean isName(@Nullable Object name) {
        return name instanceof Number || (name instanceof String text && !RESERVED_EVENTS.contains(text));
    }
}
