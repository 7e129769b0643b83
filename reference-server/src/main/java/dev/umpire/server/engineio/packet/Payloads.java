package dev.umpire.server.engineio.packet;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Polling payloads: packets joined by the record separator 0x1E (Engine.IO v4, "HTTP long-polling"). */
public final class Payloads {
    private static final char SEPARATOR = '\u001e';

    private Payloads() {}

    /** Joins packets to the body of a response, in UTF-8. */
    public static byte[] join(List<WirePacket> packets) {
        if (packets.size() == 1) {
            return packets.get(0).pollingBytes();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(256);
        for (WirePacket packet : packets) {
            if (body.size() > 0) {
                body.write(SEPARATOR);
            }
            body.writeBytes(packet.pollingBytes());
        }
        return body.toByteArray();
    }

    /** How many of the first packets make a body of at most so many bytes; at least one. */
    public static int fitting(List<WirePacket> packets, int bytes) {
        long size = -1;
        for (int i = 0; i < packets.size(); i++) {
            size += 1 + packets.get(i).pollingLength();
            if (size > bytes) {
                return Math.max(1, i);
            }
        }
        return packets.size();
    }

    /** Splits the body of a request into its parts, empty ones included: an empty part is a malformed packet. */
    public static List<String> split(String body) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = body.indexOf(SEPARATOR); end >= 0; end = body.indexOf(SEPARATOR, start)) {
            parts.add(body.substring(start, end));
            start = end + 1;
        }
        parts.add(body.substring(start));
        return parts;
    }
}
