package dev.umpire.server.engineio.packet;

import org.jspecify.annotations.Nullable;

/** The Engine.IO packet types (Engine.IO v4, "Protocol"). */
public enum PacketType {
    OPEN('0'),
    CLOSE('1'),
    PING('2'),
    PONG('3'),
    MESSAGE('4'),
    UPGRADE('5'),
    NOOP('6');

    private static final PacketType[] BY_ID = values();

    private final char id;

    PacketType(char id) {
        this.id = id;
    }

    /** The digit that stands for this type on the wire. */
    public char id() {
        return id;
    }

    /** The type for a digit on the wire, or null if there is none. */
    public static @Nullable PacketType of(char id) {
        int index = id - '0';
        return index >= 0 && index < BY_ID.length ? BY_ID[index] : null;
    }
}
