package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;

/**
 * Packets that belong together: sent in a row with nothing in between, or, if volatile, not at all.
 *
 * @param isVolatile whether to drop it for a client that cannot take it at once
 */
public record Outgoing(List<WirePacket> packets, boolean isVolatile) {
    public static Outgoing of(WirePacket packet) {
        return new Outgoing(List.of(packet), false);
    }
}
