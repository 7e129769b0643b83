package dev.umpire.server.engineio;

/** Why a request was refused; codes and messages are those of the Node implementation, which clients show. */
public enum EngineError {
    UNKNOWN_TRANSPORT(0, "Transport unknown"),
    UNKNOWN_SID(1, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(2, "Bad handshake method"),
    BAD_REQUEST(3, "Bad request"),
    FORBIDDEN(4, "Forbidden"),
    UNSUPPORTED_PROTOCOL_VERSION(5, "Unsupported protocol version"),
    /** The Node implementation knows no such limit. */
    TOO_MANY_SESSIONS(6, "Too many sessions");

    private final int code;
    private final String message;

    EngineError(int code, String message) {
        this.code = code;
        this.message = message;
    }

    /** The status of the response. */
    public int status() {
        return switch (this) {
            case FORBIDDEN -> 403;
            case TOO_MANY_SESSIONS -> 503;
            default -> 400;
        };
    }

    /** The body of the response, which repeats nothing that the client sent. */
    public String json() {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }
}
