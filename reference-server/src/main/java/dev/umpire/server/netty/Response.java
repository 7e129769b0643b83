package dev.umpire.server.netty;

import dev.umpire.server.engineio.EngineError;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param close whether the connection is closed after it
 */
public record Response(int status, Map<String, String> headers, Body body, boolean close) {

    /** Bytes that are not to be changed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Body(byte[] bytes) {
        static final Body EMPTY = new Body(new byte[0]);
    }

    static Response text(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Cache-Control", "no-store");
        return new Response(status, headers, new Body(body), false);
    }

    static Response payload(byte[] payload) {
        return text(200, "text/plain; charset=UTF-8", payload);
    }

    static Response error(EngineError error) {
        return text(error.status(), "application/json", error.json().getBytes(StandardCharsets.UTF_8));
    }

    /** A page with the headers that its maker wants, its type among them. */
    public static Response page(Map<String, String> headers, byte[] body) {
        return new Response(200, Map.copyOf(headers), new Body(body.clone()), false);
    }

    static Response empty(int status) {
        return new Response(status, Map.of(), Body.EMPTY, false);
    }

    /** This response with more headers. */
    public Response with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Response(status, all, body, close);
    }

    /** This response, closing the connection. */
    public Response closing() {
        return new Response(status, headers, body, true);
    }
}
