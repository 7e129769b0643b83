package dev.umpire.suites.rule;

import dev.umpire.reports.model.Citation;

/** The documents that rules cite. */
public enum Spec {
    ENGINE_IO_V4(
            "Engine.IO protocol v4.1",
            "https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v4-current.md#"),
    SOCKET_IO_V5(
            "Socket.IO protocol v5",
            "https://github.com/socketio/socket.io/blob/main/docs/socket.io-protocol/v5-current.md#"),
    RFC_6455("RFC 6455, The WebSocket Protocol", "https://www.rfc-editor.org/rfc/rfc6455#section-"),
    RFC_7692("RFC 7692, Compression Extensions for WebSocket", "https://www.rfc-editor.org/rfc/rfc7692#section-"),
    RFC_9110("RFC 9110, HTTP Semantics", "https://www.rfc-editor.org/rfc/rfc9110#section-"),
    RFC_9112("RFC 9112, HTTP/1.1", "https://www.rfc-editor.org/rfc/rfc9112#section-"),
    SOCKET_IO_DOCS("Socket.IO documentation v4", "https://socket.io/docs/v4/");

    private final String title;
    private final String base;

    Spec(String title, String base) {
        this.title = title;
        this.base = base;
    }

    /** A place in this document. */
    public Citation at(String anchor) {
        return new Citation(title, anchor, base + anchor);
    }
}
