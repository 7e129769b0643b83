package dev.umpire.server.socketio;

import dev.umpire.server.socketio.packet.Packet;
import dev.umpire.server.socketio.packet.PacketType;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Answers one event of one socket, in that socket's namespace (Socket.IO v5, "Acknowledgement"). */
final class SocketAck implements Ack {
    private final Socket socket;
    private final @Nullable Long id;
    private final AtomicBoolean sent = new AtomicBoolean();

    SocketAck(Socket socket, @Nullable Long id) {
        this.socket = socket;
        this.id = id;
    }

    @Override
    public boolean isRequested() {
        return id != null;
    }

    @Override
    public void send(@Nullable Object... args) {
        if (id != null && sent.compareAndSet(false, true)) {
            Namespace namespace = socket.namespace();
            socket.deliver(
                    namespace.encode(new Packet(PacketType.ACK, namespace.name(), id, Arrays.asList(args)), false));
        }
    }
}
