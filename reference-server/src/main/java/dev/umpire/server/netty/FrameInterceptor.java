package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import java.util.List;

/**
 * Sees, and may change, every frame of one WebSocket before anything is checked. Called on the connection's event loop
 * and, for what is sent, nowhere else; must not block.
 */
public interface FrameInterceptor {
    /** Changes nothing, and costs nothing. */
    FrameInterceptor NONE = new FrameInterceptor() {};

    /** The frames to handle in place of one that a client sent. */
    default List<Frame> incoming(Frame frame) {
        return List.of(frame);
    }

    /** The frames to send in place of one that the server sends. */
    default List<Frame> outgoing(Frame frame) {
        return List.of(frame);
    }

    /** Makes the interceptor of a WebSocket. */
    @FunctionalInterface
    interface Factory {
        /** Leaves every WebSocket alone. */
        Factory NONE = handshake -> FrameInterceptor.NONE;

        /**
         * Makes one.
         *
         * @param handshake the request that became this WebSocket
         */
        FrameInterceptor create(Request handshake);
    }
}
