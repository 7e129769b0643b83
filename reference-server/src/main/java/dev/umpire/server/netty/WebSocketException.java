package dev.umpire.server.netty;

/** Thrown when a client breaks RFC 6455; the connection is to be failed with the close code (section 7.1.7). */
final class WebSocketException extends Exception {
    static final int PROTOCOL_ERROR = 1002;
    static final int INVALID_DATA = 1007;
    static final int TOO_BIG = 1009;

    private final int closeCode;

    WebSocketException(int closeCode, String message) {
        super(message);
        this.closeCode = closeCode;
    }

    int closeCode() {
        return closeCode;
    }
}
