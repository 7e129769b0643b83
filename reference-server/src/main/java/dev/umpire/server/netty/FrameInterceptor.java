package dev.umpire.server.netty;

import java.util.List;

/** Sees, and may change, every WebSocket frame before anything is checked. Called on event loops; must not block. */
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
}
