package dev.umpire.server.socketio;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Leads one socket past the middleware of its namespace (Socket.IO documentation, "Middlewares"). What comes out of it
 * is decided on the client's loop.
 */
final class Admission {
    /** The CONNECT_ERROR of a socket that may not connect. */
    record Refusal(String message, @Nullable Object data) {}

    private final Socket socket;
    private final Client client;
    private final Iterator<Middleware> middleware;
    private final Consumer<@Nullable Refusal> onDecided;

    /**
     * Prepares the way.
     *
     * @param onDecided takes null if the socket may connect
     */
    Admission(Socket socket, Client client, Consumer<@Nullable Refusal> onDecided) {
        this.socket = socket;
        this.client = client;
        this.middleware = socket.namespace().middleware().iterator();
        this.onDecided = onDecided;
    }

    void next() {
        if (!middleware.hasNext()) {
            onDecided.accept(null);
            return;
        }
        Middleware current = middleware.next();
        Step step = new Step();
        if (!Listeners.guard("a middleware", () -> current.handle(socket, step))) {
            step.refuse("internal error", null);
        }
    }

    private final class Step implements Middleware.Next {
        private final AtomicBoolean taken = new AtomicBoolean();

        @Override
        public void proceed() {
            if (taken.compareAndSet(false, true)) {
                client.run(Admission.this::next);
            }
        }

        @Override
        public void refuse(String message, @Nullable Object data) {
            if (taken.compareAndSet(false, true)) {
                client.run(() -> onDecided.accept(new Refusal(message, data)));
            }
        }
    }
}
