package dev.umpire.server.netty;

/**
 * A WebSocket frame (RFC 6455, section 5.2).
 *
 * @param rsv the three reserved bits, RSV1 being the highest
 * @param masked as received; when sent, whether to mask
 * @param payload unmasked; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Frame(boolean fin, int rsv, int opcode, boolean masked, byte[] payload) {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    static Frame of(int opcode, byte[] payload) {
        return new Frame(true, 0, opcode, false, payload);
    }

    static boolean isControl(int opcode) {
        return opcode >= 0x8;
    }
}
