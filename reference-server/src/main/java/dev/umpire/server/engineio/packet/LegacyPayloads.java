package dev.umpire.server.engineio.packet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Polling payloads of Engine.IO v3 ("Payload"): each packet with its length before it. In text the length is decimal
 * and counts characters; in bytes it is one byte for each digit, ended by 0xFF, and counts bytes.
 */
public final class LegacyPayloads implements PayloadFormat {
    /** Above it a length is nonsense, whatever the largest payload may be. */
    private static final int MAX_DIGITS = 9;

    private static final int END_OF_LENGTH = 0xff;
    private final boolean binary;

    /**
     * Makes the format of one session.
     *
     * @param binary whether the client takes bytes; if not, they are written in base64
     */
    public LegacyPayloads(boolean binary) {
        this.binary = binary;
    }

    @Override
    public Body join(List<WirePacket> packets) {
        boolean inBytes = binary && packets.stream().anyMatch(WirePacket::isBinary);
        ByteArrayOutputStream body = new ByteArrayOutputStream(256);
        for (WirePacket packet : packets) {
            if (inBytes) {
                writeBytes(packet, body);
            } else {
                writeText(packet, body);
            }
        }
        return new Body(body.toByteArray(), inBytes);
    }

    @Override
    public int fitting(List<WirePacket> packets, int bytes) {
        long size = 0;
        for (int i = 0; i < packets.size(); i++) {
            size += MAX_DIGITS + 3 + packets.get(i).pollingLength();
            if (size > bytes) {
                return Math.max(1, i);
            }
        }
        return packets.size();
    }

    @Override
    public void read(String body, Receiver receiver) throws MalformedPacketException {
        requireAny(body.length());
        int at = 0;
        while (at < body.length()) {
            int colon = body.indexOf(':', at);
            int end = colon < 0 ? -1 : colon + 1 + length(body.substring(at, colon));
            if (end < 0 || end > body.length()) {
                throw new MalformedPacketException("expected a length, a colon and so many characters");
            }
            receiver.receive(part(body.substring(colon + 1, end)));
            at = end;
        }
    }

    /**
     * Reads a body of bytes; what stands before a malformed packet is received.
     *
     * @throws MalformedPacketException if it is no payload, or one of its packets is malformed
     */
    public static void read(byte[] body, Receiver receiver) throws MalformedPacketException {
        requireAny(body.length);
        int at = 0;
        while (at < body.length) {
            boolean text = body[at++] == 0;
            StringBuilder digits = new StringBuilder();
            while (at < body.length && (body[at] & 0xff) != END_OF_LENGTH && digits.length() <= MAX_DIGITS) {
                digits.append((char) ('0' + body[at++]));
            }
            int start = at + 1;
            int end = start + length(digits.toString());
            if (end > body.length) {
                throw new MalformedPacketException("expected a length, 0xFF and so many bytes");
            }
            receiver.receive(
                    text
                            ? PacketDecoder.decode(new String(body, start, end - start, StandardCharsets.UTF_8))
                            : new Packet.Binary(message(Arrays.copyOfRange(body, start, end))));
            at = end;
        }
    }

    /**
     * What a message in bytes says behind its type.
     *
     * @throws MalformedPacketException if its first byte is not the type of a message
     */
    public static byte[] message(byte[] packet) throws MalformedPacketException {
        if (packet.length == 0 || packet[0] != PacketType.MESSAGE.id() - '0') {
            throw new MalformedPacketException("expected bytes that start with 4, the type of a message");
        }
        return Arrays.copyOfRange(packet, 1, packet.length);
    }

    private static Packet part(String part) throws MalformedPacketException {
        // b, then the type, then base64
        if (!part.startsWith("b")) {
            return PacketDecoder.decode(part);
        }
        if (!part.startsWith("b4")) {
            throw new MalformedPacketException("expected a message in base64");
        }
        return PacketDecoder.decodePart("b" + part.substring(2));
    }

    private static void requireAny(int length) throws MalformedPacketException {
        if (length == 0) {
            throw new MalformedPacketException("expected a payload but found nothing");
        }
    }

    private static int length(String digits) throws MalformedPacketException {
        if (digits.isEmpty() || digits.length() > MAX_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new MalformedPacketException("expected a length");
        }
        return Integer.parseInt(digits);
    }

    private static void writeText(WirePacket packet, ByteArrayOutputStream body) {
        String text = new String(packet.pollingBytes(), StandardCharsets.UTF_8);
        String part = packet.isBinary() ? "b4" + text.substring(1) : text;
        body.writeBytes((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
    }

    private static void writeBytes(WirePacket packet, ByteArrayOutputStream body) {
        byte[] bytes = packet.isBinary() ? packet.typed().bytes() : packet.bytes();
        body.write(packet.isBinary() ? 1 : 0);
        for (char digit : Integer.toString(bytes.length).toCharArray()) {
            body.write(digit - '0');
        }
        body.write(END_OF_LENGTH);
        body.writeBytes(bytes);
    }
}
