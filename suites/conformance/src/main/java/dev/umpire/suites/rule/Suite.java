package dev.umpire.suites.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The suites, in the order in which people read them. */
public enum Suite {
    WEBSOCKET_HANDSHAKE("websocket handshake"),
    WEBSOCKET_FRAMES("websocket frames"),
    ENGINEIO_HANDSHAKE("engine.io handshake"),
    HEARTBEAT("heartbeat"),
    CLOSE("close"),
    UPGRADE("upgrade"),
    PAYLOADS("messages and payloads"),
    CONNECT("connect"),
    EVENTS("events"),
    ACKNOWLEDGEMENTS("acknowledgements"),
    BINARY("binary"),
    NAMESPACES("namespaces"),
    DISCONNECT("disconnect"),
    EMIT_SCOPES("emit scopes"),
    SCOPE_GRID("scope grid"),
    ORDERING("ordering"),
    RECOVERY("recovery"),
    COMPRESSION("compression"),
    CORS("cors"),
    MALFORMED_INPUT("malformed input");

    private final String title;

    Suite(String title) {
        this.title = title;
    }

    /** Its name for people, such as {@code emit scopes}. */
    public String title() {
        return title;
    }

    /** Its name on a command line, such as {@code emit-scopes}. */
    public String slug() {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The suite with a title or slug. */
    public static Optional<Suite> named(String name) {
        return Arrays.stream(values())
                .filter(suite -> suite.slug().equalsIgnoreCase(name) || suite.title.equalsIgnoreCase(name))
                .findFirst();
    }
}
