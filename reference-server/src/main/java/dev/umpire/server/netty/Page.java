package dev.umpire.server.netty;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is answered to a GET beside the protocol: the state of the server, its metrics, a page for browsers.
 *
 * @param status of the response
 * @param headers such as {@code Content-Type}
 * @param body not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Page(int status, Map<String, String> headers, byte[] body) {

    /** A text, which is sent as UTF-8 and not to be kept by caches. */
    public static Page text(int status, String contentType, String text) {
        return new Page(
                status,
                Map.of("Content-Type", contentType, "Cache-Control", "no-store"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    Response response() {
        return new Response(status, headers, new Response.Body(body), false);
    }
}
