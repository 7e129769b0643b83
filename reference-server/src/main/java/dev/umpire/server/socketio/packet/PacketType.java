package dev.umpire.server.socketio.packet;

import org.jspecify.annotations.Nullable;

/** The Socket.IO packet types (Socket.IO v5, "Exchange protocol"). */
public enum PacketType {
    CONNECT('0'),
    DISCONNECT('1'),
    EVENT('2'),
    ACK('3'),
    CONNECT_ERROR('4'),
    BINARY_EVENT('5'),
    BINARY_ACK('6');

    private static final PacketType[] BY_ID = values();

    private final char id;

    PacketType(char id) {
        this.id = id;
    }

    /** The digit that stands for this type on the wire. */
    public char id() {
        return id;
    }

    /** Whether attachments follow a packet of this type. */
    public boolean isBinary() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }

    /** The type a receiver sees once attachments are back in place. */
    public PacketType withoutAttachments() {
        return switch (this) {
            case BINARY_EVENT -> EVENT;
            case BINARY_ACK -> ACK;
            default -> this;
        };
    }

    static @Nullable PacketType of(char id) {
        int index = id - '0';
        return index >= 0 && index < BY_ID.length ? BY_ID[index] : null;
    }
}
