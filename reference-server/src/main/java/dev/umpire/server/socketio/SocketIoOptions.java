package dev.umpire.server.socketio;

import dev.umpire.server.engineio.SessionIds;
import dev.umpire.server.socketio.packet.PacketEncoder;
import java.time.Duration;

/**
 * The settings of the Socket.IO layer.
 *
 * @param connectTimeout how long a client may stay without any namespace before its connection is closed
 * @param maxAttachments the most attachments a packet of a client may announce
 * @param recovery whether clients that were cut off may come back
 */
public record SocketIoOptions(
        Duration connectTimeout,
        int maxAttachments,
        Recovery recovery,
        SessionIds ids,
        PacketEncoder encoder,
        Adapter.Factory adapters) {}
