package dev.umpire.server.netty;

import dev.umpire.server.engineio.EngineError;
import dev.umpire.server.engineio.packet.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response (RFC 9112, section 4).
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

    static Response payload(PayloadFormat.Body payload) {
        String type = payload.isBinary() ? "application/octet-stream" : "text/plain; charset=UTF-8";
        return text(200, type, payload.bytes());
    }

    static Response error(EngineError error) {
        return text(error.status(), "application/json", error.json().getBytes(StandardCharsets.UTF_8));
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
