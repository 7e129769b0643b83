package dev.umpire.server.netty;

import dev.umpire.server.engineio.EngineError;
import dev.umpire.server.engineio.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The opening handshake (RFC 6455, section 4.2), as pure functions of the request. */
final class WebSocketHandshake {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private WebSocketHandshake() {}

    /** Whether the request asks for a WebSocket, well-formed or not. */
    static boolean isAskedBy(Request request) {
        return hasToken(request, "upgrade", "websocket");
    }

    /**
     * 101 for a valid opening handshake; else 400, or 426 for another version of the protocol (section 4.4).
     *
     * @param deflate what compression of messages is agreed to, if any
     */
    static Response answer(Request request, @Nullable PerMessageDeflate deflate) {
        String key = request.header("sec-websocket-key");
        if (!request.method().equals("GET")
                || !hasToken(request, "connection", "upgrade")
                || request.header("host") == null
                || key == null
                || !isNonce(key)) {
            return Response.error(EngineError.BAD_REQUEST).closing();
        }
        if (!"13".equals(request.header("sec-websocket-version"))) {
            byte[] body = "Upgrade Required".getBytes(StandardCharsets.UTF_8);
            return Response.text(426, "text/plain; charset=UTF-8", body)
                    .with(Map.of("Sec-WebSocket-Version", "13"))
                    .closing();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Upgrade", "websocket");
        headers.put("Connection", "Upgrade");
        headers.put("Sec-WebSocket-Accept", accept(key.trim()));
        if (deflate != null) {
            headers.put("Sec-WebSocket-Extensions", deflate.answer());
        }
        return Response.empty(101).with(headers);
    }

    /** "a base64-encoded value that, when decoded, is 16 bytes in length" (section 4.2.1). */
    private static boolean isNonce(String key) {
        try {
            return Base64.getDecoder().decode(key.trim()).length == 16;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static boolean hasToken(Request request, String header, String token) {
        return request.headers().getOrDefault(header, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.trim().equalsIgnoreCase(token));
    }
}
