package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.WirePacket;
import java.util.List;

/**
 * An open WebSocket, as a session needs it (RFC 6455). Callable from any thread; calls of one thread keep their order.
 */
public interface WebSocketConnection {
    int NORMAL_CLOSURE = 1000;
    int GOING_AWAY = 1001;
    int PROTOCOL_ERROR = 1002;
    int POLICY_VIOLATION = 1008;

    /** Sends each packet as one message, all in one write. */
    void send(List<WirePacket> packets);

    /** Whether the peer keeps up; false while too many bytes wait to be written. */
    boolean isWritable();

    /** How many bytes wait to be written. */
    long waiting();

    /** Sends a Close frame with this code and ends the connection; without effect if it is closing already. */
    void close(int code);

    /** Ends the connection at once; what waits to be written is lost, and its memory free. */
    void abort();

    /** Receives what arrives on the connection, on the connection's own thread. */
    interface Listener {
        void onText(String text);

        void onBinary(byte[] bytes);

        /** Called once when the connection is lost or closing, by whichever side. */
        void onClosed();
    }
}
