package dev.umpire.server.socketio;

import dev.umpire.server.engineio.Outgoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An emit to many under construction (Socket.IO documentation, "Broadcasting events"). Immutable: each method gives a
 * new one, so that it can be kept and shared.
 */
public final class BroadcastOperator {
    private final Supplier<Collection<Namespace>> namespaces;
    private final Selection selection;
    private final boolean isVolatile;
    private final Duration timeout;

    BroadcastOperator(Supplier<Collection<Namespace>> namespaces, Selection selection) {
        this(namespaces, selection, false, Duration.ofSeconds(10));
    }

    private BroadcastOperator(
            Supplier<Collection<Namespace>> namespaces, Selection selection, boolean isVolatile, Duration timeout) {
        this.namespaces = namespaces;
        this.selection = selection;
        this.isVolatile = isVolatile;
        this.timeout = timeout;
    }

    /** The members of these rooms too, each once; without rooms, and none named before, nobody. */
    public BroadcastOperator to(String... rooms) {
        return new BroadcastOperator(namespaces, selection.to(rooms), isVolatile, timeout);
    }

    /** The same as {@link #to}. */
    public BroadcastOperator in(String... rooms) {
        return to(rooms);
    }

    /** Nobody who is in one of these rooms. */
    public BroadcastOperator except(String... rooms) {
        return new BroadcastOperator(namespaces, selection.except(rooms), isVolatile, timeout);
    }

    /** Drops the emit for each client that cannot take it at once. */
    public BroadcastOperator volatile_() {
        return new BroadcastOperator(namespaces, selection, true, timeout);
    }

    /** Limits the time for answers; 10 seconds if not called. */
    public BroadcastOperator timeout(Duration limit) {
        return new BroadcastOperator(namespaces, selection, isVolatile, limit);
    }

    /**
     * Emits; encoded once for all who receive it.
     *
     * @throws IllegalArgumentException if an argument cannot be written as JSON
     */
    public void emit(String event, @Nullable Object... args) {
        for (Namespace namespace : namespaces.get()) {
            namespace.emit(selection, isVolatile, event, args);
        }
    }

    /** Emits the event {@code message}. */
    public void send(@Nullable Object... args) {
        emit("message", args);
    }

    /** Emits and gathers the answers until all have answered or the time is over. */
    public CompletableFuture<AckResponses> emitWithAck(String event, @Nullable Object... args) {
        BroadcastAck answers = new BroadcastAck();
        List<Runnable> cancellations = new ArrayList<>();
        for (Namespace namespace : namespaces.get()) {
            // one id for all, so that the packet is encoded once
            long ackId = namespace.nextAckId();
            Outgoing outgoing = namespace.encode(Events.packet(namespace.name(), ackId, event, args), isVolatile);
            for (String id : namespace.adapter().select(selection)) {
                Socket socket = namespace.socket(id);
                if (socket != null) {
                    socket.acks().expect(ackId, answers::add, () -> {});
                    socket.deliver(outgoing);
                    cancellations.add(() -> socket.acks().cancel(ackId));
                }
            }
        }
        return answers.expect(cancellations.size(), timeout.toMillis())
                .whenComplete((responses, failure) -> cancellations.forEach(Runnable::run));
    }

    /** The sockets that would receive an emit now. */
    public List<Socket> fetchSockets() {
        List<Socket> sockets = new ArrayList<>();
        for (Namespace namespace : namespaces.get()) {
            for (String id : namespace.adapter().select(selection)) {
                Socket socket = namespace.socket(id);
                if (socket != null) {
                    sockets.add(socket);
                }
            }
        }
        return List.copyOf(sockets);
    }

    /** Makes the selected sockets join rooms. */
    public void socketsJoin(String... rooms) {
        fetchSockets().forEach(socket -> socket.join(rooms));
    }

    /** Makes the selected sockets leave a room. */
    public void socketsLeave(String room) {
        fetchSockets().forEach(socket -> socket.leave(room));
    }

    /** Disconnects the selected sockets, as {@link Socket#disconnect} does. */
    public void disconnectSockets(boolean close) {
        fetchSockets().forEach(socket -> socket.disconnect(close));
    }
}
