package dev.umpire.server.socketio.packet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A binary packet whose attachments are being received; grows with what arrives, never with what was announced
 * (Socket.IO v5, "Format").
 */
final class PendingPacket {
    private final Packet packet;
    private final int expected;
    private final List<byte[]> attachments = new ArrayList<>(2);

    /**
     * Starts to wait for attachments.
     *
     * @throws MalformedPacketException if the placeholders are not exactly one for each attachment
     */
    PendingPacket(Packet packet, int expected) throws MalformedPacketException {
        this.packet = packet;
        this.expected = expected;
        BitSet seen = new BitSet();
        checkPlaceholders(packet.data(), seen);
        if (seen.cardinality() != expected) {
            throw new MalformedPacketException(
                    "expected " + expected + " placeholders but found " + seen.cardinality());
        }
    }

    Packet packet() {
        return packet;
    }

    void add(byte[] attachment) {
        attachments.add(attachment);
    }

    boolean isComplete() {
        return attachments.size() == expected;
    }

    /** The packet with bytes where the placeholders stood. */
    Packet restored() {
        return new Packet(packet.type(), packet.namespace(), packet.id(), restore(packet.data()));
    }

    private void checkPlaceholders(@Nullable Object value, BitSet seen) throws MalformedPacketException {
        if (value instanceof List<?> list) {
            for (Object item : list) {
                checkPlaceholders(item, seen);
            }
        } else if (value instanceof Map<?, ?> map) {
            if (isPlaceholder(map)) {
                if (!(map.get("num") instanceof Integer num) || num < 0 || num >= expected || seen.get(num)) {
                    throw new MalformedPacketException("invalid placeholder number " + map.get("num"));
                }
                seen.set(num);
                return;
            }
            for (Object item : map.values()) {
                checkPlaceholders(item, seen);
            }
        }
    }

    @SuppressWarnings("unchecked") // the decoder's own lists and maps, replaced in place
    private @Nullable Object restore(@Nullable Object value) {
        if (value instanceof List<?> list) {
            ((List<@Nullable Object>) list).replaceAll(this::restore);
        } else if (value instanceof Map<?, ?> map) {
            if (isPlaceholder(map)) {
                return attachments.get((Integer) map.get("num"));
            }
            ((Map<String, @Nullable Object>) map).replaceAll((name, item) -> restore(item));
        }
        return value;
    }

    private static boolean isPlaceholder(Map<?, ?> map) {
        return Boolean.TRUE.equals(map.get("_placeholder"));
    }
}
