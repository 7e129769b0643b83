package dev.umpire.server.socketio.packet;

import org.jspecify.annotations.Nullable;

/**
 * What stands before the JSON of a packet.
 *
 * @param attachments the announced number, 0 for a packet of another type; nothing is allocated from it
 * @param end where the JSON starts in the text
 */
record Header(
        PacketType type,
        int attachments,
        String namespace,
        @Nullable Long id,
        int end) {
    /** Ids above this are not integers to a JavaScript peer. */
    private static final long MAX_ID = (1L << 53) - 1;

    private static final int MAX_DIGITS = 16;

    /** Reads {@code <type>[<attachments>-][<namespace>,][<id>]} (Socket.IO v5, "Format"). */
    static Header parse(String text, int maxAttachments) throws MalformedPacketException {
        PacketType type = text.isEmpty() ? null : PacketType.of(text.charAt(0));
        if (type == null) {
            throw new MalformedPacketException("expected a packet type from 0 to 6");
        }
        int at = 1;
        int attachments = 0;
        if (type.isBinary()) {
            int digits = digitsFrom(text, at);
            if (digits == at || digits == text.length() || text.charAt(digits) != '-') {
                throw new MalformedPacketException("expected a number of attachments and a dash");
            }
            long count = number(text, at, digits);
            if (count > maxAttachments) {
                throw new MalformedPacketException("more than " + maxAttachments + " attachments announced");
            }
            attachments = (int) count;
            at = digits + 1;
        }
        String namespace = "/";
        if (at < text.length() && text.charAt(at) == '/') {
            int comma = text.indexOf(',', at);
            namespace = text.substring(at, comma < 0 ? text.length() : comma);
            at = comma < 0 ? text.length() : comma + 1;
        }
        int idEnd = digitsFrom(text, at);
        Long id = idEnd == at ? null : number(text, at, idEnd);
        return new Header(type, attachments, namespace, id, idEnd);
    }

    private static int digitsFrom(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static long number(String text, int start, int end) throws MalformedPacketException {
        long value = end - start > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(text, start, end, 10);
        if (value > MAX_ID) {
            throw new MalformedPacketException("a number with " + (end - start) + " digits is out of range");
        }
        return value;
    }
}
