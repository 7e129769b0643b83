package dev.umpire.server.socketio;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An emit to one client that asks for an answer (Socket.IO v5, "Acknowledgement"). */
public final class TimedEmit {
    private final Socket socket;
    private final @Nullable Duration timeout;

    TimedEmit(Socket socket, @Nullable Duration timeout) {
        this.socket = socket;
        this.timeout = timeout;
    }

    /**
     * Emits and gives the arguments of the answer; fails with {@link java.util.concurrent.TimeoutException} when the
     * time is over and with {@link IllegalStateException} when the socket is disconnected.
     */
    public CompletableFuture<List<@Nullable Object>> emitWithAck(String event, @Nullable Object... args) {
        Namespace namespace = socket.namespace();
        long id = namespace.nextAckId();
        CompletableFuture<List<@Nullable Object>> answer = new CompletableFuture<>();
        Runnable disconnected = () -> answer.completeExceptionally(new IllegalStateException("socket disconnected"));
        socket.acks().expect(id, answer::complete, disconnected);
        if (!socket.deliver(namespace.encode(Events.packet(namespace.name(), id, event, args), false))) {
            socket.acks().cancel(id);
            disconnected.run();
        }
        CompletableFuture<List<@Nullable Object>> limited =
                timeout == null ? answer : answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return limited.whenComplete((ok, failure) -> socket.acks().cancel(id));
    }
}
