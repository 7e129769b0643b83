package dev.umpire.server.socketio;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a socket may connect to a namespace; called for every CONNECT, in the order of registration
 * (Socket.IO documentation, "Middlewares").
 */
@FunctionalInterface
public interface Middleware {

    /** Calls {@code next} once, now or later, from any thread. An exception refuses the socket. */
    void handle(Socket socket, Next next);

    /** What becomes of a socket. */
    interface Next {
        /** Lets it pass. */
        void proceed();

        /**
         * Answers with a CONNECT_ERROR.
         *
         * @param message for the client
         * @param data more for the client, or null
         */
        void refuse(String message, @Nullable Object data);
    }
}
