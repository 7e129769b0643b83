package dev.umpire.server.socketio;

import dev.umpire.server.socketio.packet.Packet;
import dev.umpire.server.socketio.packet.PacketType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The packets that a server sends. */
final class Events {
    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private Events() {}

    static Packet packet(String namespace, @Nullable Long id, String event, @Nullable Object... args) {
        if (RESERVED.contains(event)) {
            throw new IllegalArgumentException("\"" + event + "\" is a reserved event name");
        }
        List<@Nullable Object> data = new ArrayList<>(args.length + 1);
        data.add(event);
        for (Object arg : args) {
            data.add(arg);
        }
        return new Packet(PacketType.EVENT, namespace, id, data);
    }

    /**
     * An event that can be told from others by its last argument (Socket.IO documentation, "Connection state
     * recovery").
     */
    static Packet withOffset(String namespace, String offset, String event, @Nullable Object... args) {
        Packet packet = packet(namespace, null, event, args);
        packet.list().add(offset);
        return packet;
    }

    /**
     * The answer to a CONNECT.
     *
     * @param pid by which the client may come back, or null if it may not
     */
    static Packet connected(String namespace, String socketId, @Nullable String pid) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("sid", socketId);
        if (pid != null) {
            data.put("pid", pid);
        }
        return new Packet(PacketType.CONNECT, namespace, null, data);
    }

    static Packet refused(String namespace, String message, @Nullable Object data) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (data != null) {
            error.put("data", data);
        }
        return new Packet(PacketType.CONNECT_ERROR, namespace, null, error);
    }
}
