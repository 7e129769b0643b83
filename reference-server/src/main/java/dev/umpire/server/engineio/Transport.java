package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;

/** How a session's packets reach the client (Engine.IO v4, "Transports"). Confined to the session's loop. */
interface Transport {

    /** The name in the {@code transport} query parameter. */
    String name();

    /** Whether packets sent now leave now: what decides about volatile packets. */
    boolean isWritable();

    /** How many bytes were sent and have not left yet. Callable from any thread. */
    long waiting();

    /** Sends packets in order, all in one write where the transport is able to, or keeps them until it is. */
    void send(List<WirePacket> packets);

    /** Ends the transport after what was sent, telling the client. */
    void close(CloseReason reason);
}
