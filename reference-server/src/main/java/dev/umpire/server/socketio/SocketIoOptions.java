package dev.umpire.server.socketio;

import dev.umpire.server.engineio.SessionIds;
import dev.umpire.server.socketio.packet.PacketEncoder;
import java.time.Duration;

/**
 * The settings of the Socket.IO layer.
 *
 * @param connectTimeout how long a client may stay without any namespace before its connection is closed
 * @param maxAttachments the most attachments a packet of a client may announce
 * @param maxNamespaces the most namespaces that one connection may be in
 * @param maxNamespaceLength the most characters that the name of a namespace which a client asks for may have
 * @param recovery whether clients that were cut off may come back
 */
public record SocketIoOptions(
        Duration connectTimeout,
        int maxAttachments,
        int maxNamespaces,
        int maxNamespaceLength,
        Recovery recovery,
        SessionIds ids,
        PacketEncoder encoder,
        Adapter.Factory adapters) {}
