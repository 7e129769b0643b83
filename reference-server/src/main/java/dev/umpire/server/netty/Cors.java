package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may talk to the server (Fetch standard, "CORS protocol").
 *
 * @param origins allowed origins; {@code *} allows all; empty switches CORS off, so that no header is sent and browsers
 *     refuse
 * @param credentials whether requests may carry cookies
 */
public record Cors(Set<String> origins, boolean credentials) {

    public Cors {
        origins = Set.copyOf(origins);
    }

    /** No CORS: the default. */
    public static Cors disabled() {
        return new Cors(Set.of(), false);
    }

    /** Pages of any origin, without cookies. */
    public static Cors anyOrigin() {
        return new Cors(Set.of("*"), false);
    }

    /** Pages of these origins, with cookies; requests of other origins are refused with 403. */
    public static Cors origins(String... origins) {
        return new Cors(Set.of(origins), true);
    }

    boolean isEnabled() {
        return !origins.isEmpty();
    }

    /** Whether the request comes from an origin that is shut out; a request without an origin is not. */
    boolean forbids(Request request) {
        String origin = request.header("origin");
        return isEnabled() && origin != null && !allows(origin);
    }

    /** The headers for any response to this request, refusals included. */
    Map<String, String> headers(Request request) {
        String origin = request.header("origin");
        if (!isEnabled()) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Vary", "Origin");
        if (origin != null && allows(origin)) {
            headers.put("Access-Control-Allow-Origin", origins.contains("*") && !credentials ? "*" : origin);
            if (credentials) {
                headers.put("Access-Control-Allow-Credentials", "true");
            }
        }
        return headers;
    }

    /** The headers that a preflight request asks for on top. */
    Map<String, String> preflightHeaders(Request request) {
        String origin = request.header("origin");
        if (origin == null || !allows(origin)) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Methods", "GET,POST");
        @Nullable String asked = request.header("access-control-request-headers");
        if (asked != null) {
            headers.put("Access-Control-Allow-Headers", asked);
        }
        return headers;
    }

    private boolean allows(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }
}
