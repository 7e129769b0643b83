package dev.umpire.gatling.wire;

import io.gatling.http.client.impl.PrematureCloseException;
import io.gatling.http.client.impl.RequestTimeoutException;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.ConnectException;

/** Says in words why a connection failed. */
final class Failures {
    private Failures() {}

    /**
     * Says it.
     *
     * @param due what the server owed, such as "a close frame"
     */
    static String inWords(Throwable cause, String due) {
        if (cause instanceof PrematureCloseException) {
            return "the server closed the TCP connection without " + due;
        }
        if (cause instanceof RequestTimeoutException) {
            return "the server left a request without " + due;
        }
        if (cause instanceof ConnectException) {
            return "no TCP connection: " + withoutSystemCall(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof WebSocketClientHandshakeException refused && refused.response() != null) {
            return "the server answered the WebSocket handshake with "
                    + refused.response().status();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Netty's native transports say which system call failed, and how, before they say why. */
    private static String withoutSystemCall(String message) {
        return message.replaceFirst("^\\S+ failed with error\\(-?\\d+\\): ", "");
    }
}
