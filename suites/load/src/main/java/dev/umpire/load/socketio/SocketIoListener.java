package dev.umpire.load.socketio;

import io.netty.buffer.ByteBuf;

/** Hears what one connection receives; called on the connection's event loop. */
public interface SocketIoListener {

    /**
     * An event arrived.
     *
     * @param frame the whole text frame, {@code 42…}; valid during the call only
     */
    void event(ByteBuf frame);

    /**
     * An acknowledgement arrived.
     *
     * @param frame the whole text frame, {@code 43…}; valid during the call only
     */
    void acknowledgement(ByteBuf frame);

    /** The connection ended without being asked to. */
    void lost(String reason);
}
