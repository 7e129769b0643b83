package dev.umpire.gatling.connection;

import java.nio.charset.StandardCharsets;

/**
 * Finds the parts of a Socket.IO packet in place (Socket.IO v5, "Packet encoding"):
 * {@code <type>[<attachments>-][<namespace>,][<id>][JSON]}. Used again for every packet.
 */
final class PacketScan {
    /** There is no id. */
    static final long NO_ID = -1;

    private static final int MOST_DIGITS = 18;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int namespaceTo;
    private int namespaceFrom;
    private long attachments;
    private long id;

    /**
     * Scans a packet.
     *
     * @param from where its type stands
     */
    void scan(byte[] packet, int from, int to) {
        bytes = packet;
        end = to;
        at = from + 1;
        namespaceFrom = at;
        namespaceTo = at;
        id = NO_ID;
        attachments = 0;
        if (at < to && packet[at] == '[') {
            return;
        }
        if (packet[from] == '5' || packet[from] == '6') {
            attachments = Math.max(0, number());
            at = Math.min(at + 1, end);
        }
        skipNamespace();
        id = number();
    }

    private void skipNamespace() {
        namespaceFrom = at;
        namespaceTo = at;
        if (at < end && bytes[at] == '/') {
            while (at < end && bytes[at] != ',') {
                at++;
            }
            namespaceTo = at;
            at = Math.min(at + 1, end);
        }
    }

    private long number() {
        int from = at;
        long number = 0;
        while (at < end && at - from < MOST_DIGITS && bytes[at] >= '0' && bytes[at] <= '9') {
            number = 10 * number + bytes[at] - '0';
            at++;
        }
        return at == from ? NO_ID : number;
    }

    /** The namespace; {@code /} where none is written. */
    String namespace() {
        return namespaceTo == namespaceFrom
                ? "/"
                : new String(bytes, namespaceFrom, namespaceTo - namespaceFrom, StandardCharsets.UTF_8);
    }

    /** How many binary packets follow. */
    int attachments() {
        return (int) Math.min(attachments, Integer.MAX_VALUE);
    }

    /** The acknowledgement id, or {@link #NO_ID}. */
    long id() {
        return id;
    }

    /** Where the JSON begins. */
    int data() {
        return at;
    }
}
