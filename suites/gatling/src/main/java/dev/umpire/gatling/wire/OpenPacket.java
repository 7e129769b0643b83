package dev.umpire.gatling.wire;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.wire.Handshake;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the packet that opens a session (Engine.IO v4, "Handshake"). */
final class OpenPacket {
    private OpenPacket() {}

    /** What it says, or null if it is none. */
    static @Nullable Handshake read(byte[] bytes, int from, int to) {
        try {
            return Handshake.of(EnginePacket.decodeText(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
        } catch (Violation | MalformedPacketException e) {
            return null;
        }
    }
}
