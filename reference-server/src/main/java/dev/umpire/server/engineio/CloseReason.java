package dev.umpire.server.engineio;

/** Why a session ended, in the words of the Node implementation where it has them. */
public enum CloseReason {
    TRANSPORT_CLOSE("transport close"),
    TRANSPORT_ERROR("transport error"),
    PARSE_ERROR("parse error"),
    PING_TIMEOUT("ping timeout"),
    /** More waited for the client than is kept for one; the Node implementation knows no such limit. */
    BUFFER_EXCEEDED("buffer exceeded"),
    FORCED_CLOSE("forced close"),
    SERVER_SHUTTING_DOWN("server shutting down");

    private final String text;

    CloseReason(String text) {
        this.text = text;
    }

    /** Whether the server closes a session that is well: the client is to get all that was sent before. */
    boolean isByServer() {
        return this == FORCED_CLOSE || this == SERVER_SHUTTING_DOWN;
    }

    @Override
    public String toString() {
        return text;
    }
}
