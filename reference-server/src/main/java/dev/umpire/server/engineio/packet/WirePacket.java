package dev.umpire.server.engineio.packet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A packet ready to be sent, encoded once however many sessions it goes to. The bytes must not be changed by anybody
 * once the packet exists.
 */
public final class WirePacket {
    /** What a packet takes beside its bytes while it waits: its place in queues, its frame's header. */
    private static final int OVERHEAD = 32;

    private final byte[] bytes;
    private final boolean binary;

    private WirePacket(byte[] bytes, boolean binary) {
        this.bytes = bytes;
        this.binary = binary;
    }

    /** A packet without payload. */
    public static WirePacket of(PacketType type) {
        return of(type, "");
    }

    /** A packet with a text payload. */
    public static WirePacket of(PacketType type, String data) {
        return new WirePacket((type.id() + data).getBytes(StandardCharsets.UTF_8), false);
    }

    /** Text without a packet type, for a WebSocket without Engine.IO on it. */
    public static WirePacket bare(String text) {
        return new WirePacket(text.getBytes(StandardCharsets.UTF_8), false);
    }

    /** A text message. */
    public static WirePacket message(String data) {
        return of(PacketType.MESSAGE, data);
    }

    /** A binary message; the array is kept, not copied. */
    public static WirePacket message(byte[] data) {
        return new WirePacket(data, true);
    }

    /** Whether the payload is bytes: a binary frame on WebSocket, base64 on polling. */
    public boolean isBinary() {
        return binary;
    }

    /** The content of the WebSocket message: type and text in UTF-8, or the bare bytes of a binary message. */
    public byte[] bytes() {
        return bytes;
    }

    /** A binary message with its type before it, as Engine.IO v3 sends it on WebSocket; text is as it is. */
    public WirePacket typed() {
        if (!binary) {
            return this;
        }
        byte[] typed = new byte[bytes.length + 1];
        typed[0] = (byte) (PacketType.MESSAGE.id() - '0');
        System.arraycopy(bytes, 0, typed, 1, bytes.length);
        return new WirePacket(typed, true);
    }

    /** What packets count while they wait for a client, in bytes, though others may wait for the same ones. */
    public static long weight(List<WirePacket> packets) {
        long sum = 0;
        for (WirePacket packet : packets) {
            sum += packet.bytes.length + OVERHEAD;
        }
        return sum;
    }

    /** Length of {@link #pollingBytes}. */
    int pollingLength() {
        return binary ? 1 + (bytes.length + 2) / 3 * 4 : bytes.length;
    }

    /** The packet as one part of a polling payload (Engine.IO v4, "HTTP long-polling"): text, or {@code b} + base64. */
    byte[] pollingBytes() {
        if (!binary) {
            return bytes;
        }
        byte[] base64 = Base64.getEncoder().encode(bytes);
        byte[] part = new byte[base64.length + 1];
        part[0] = 'b';
        System.arraycopy(base64, 0, part, 1, base64.length);
        return part;
    }
}
