package dev.umpire.gatling.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

/** Packets that wait to be sent over HTTP (Engine.IO v4, "HTTP long-polling": payloads). Confined to one event loop. */
final class Outbox {
    private static final String SEPARATOR = "\u001e";

    private final Deque<Object> packets = new ArrayDeque<>();
    private int mostBytes;

    void add(String packet) {
        packets.add(packet);
    }

    void add(byte[] attachment) {
        packets.add(attachment);
    }

    /** A payload of more than one packet must not be longer than this; 0 for any length. */
    void limit(int bytes) {
        mostBytes = bytes;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    /** As many packets as may go at once, at least one, encoded. */
    String takePayload() {
        StringBuilder payload = new StringBuilder(encoded(packets.remove()));
        long length = bytes(payload.toString());
        while (!packets.isEmpty()) {
            String packet = encoded(packets.element());
            length += 1 + bytes(packet);
            if (mostBytes > 0 && length > mostBytes) {
                break;
            }
            payload.append(SEPARATOR).append(packet);
            packets.remove();
        }
        return payload.toString();
    }

    /** Sends all of them over another wire. */
    void emptyInto(Wire wire) {
        for (Object packet : packets) {
            if (packet instanceof byte[] attachment) {
                wire.send(attachment);
            } else {
                wire.send((String) packet);
            }
        }
        packets.clear();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String encoded(Object packet) {
        return packet instanceof byte[] attachment
                ? "b" + Base64.getEncoder().encodeToString(attachment)
                : (String) packet;
    }
}
