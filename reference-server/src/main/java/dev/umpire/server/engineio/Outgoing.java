package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;

/**
 * Packets that belong together: sent in a row with nothing in between, or, if volatile, not at all (Socket.IO v5,
 * "Sending and receiving data").
 *
 * @param isVolatile whether to drop it for a client that cannot take it at once
 * @param weight what it counts while it waits, see {@link WirePacket#weight}; known once for all who receive it
 */
public record Outgoing(List<WirePacket> packets, boolean isVolatile, long weight) {
    public Outgoing(List<WirePacket> packets, boolean isVolatile) {
        this(packets, isVolatile, WirePacket.weight(packets));
    }

    public static Outgoing of(WirePacket packet) {
        return new Outgoing(List.of(packet), false);
    }
}
