package dev.umpire.gatling.wire;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a Socket.IO server listens.
 *
 * @param url {@code http://} or {@code https://}; without a path, {@code /socket.io/} is meant; a query is sent along
 */
public record Address(URI url) {

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if it is no such address
     */
    public Address {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!web || url.getRawAuthority() == null) {
            throw new IllegalArgumentException(
                    "\"" + url + "\" is no address of a Socket.IO server, such as http://localhost:3000");
        }
    }

    String polling() {
        return url.getScheme() + location() + "&transport=polling";
    }

    String polling(String sid) {
        return polling() + "&sid=" + encoded(sid);
    }

    String webSocket() {
        String scheme = "https".equals(url.getScheme()) ? "wss" : "ws";
        return scheme + location() + "&transport=websocket";
    }

    String webSocket(String sid) {
        return webSocket() + "&sid=" + encoded(sid);
    }

    private String location() {
        String path = url.getRawPath().length() <= 1 ? "/socket.io/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : url.getRawQuery() + "&";
        return "://" + url.getRawAuthority() + path + "?" + query + "EIO=4";
    }

    private static String encoded(String sid) {
        return URLEncoder.encode(sid, StandardCharsets.UTF_8);
    }
}
