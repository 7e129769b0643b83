package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the head of a request (RFC 9112, section 3). */
final class Requests {
    private static final int MAX_PARAMETERS = 100;

    private Requests() {}

    /**
     * Reads method, path, query and headers.
     *
     * @throws IllegalArgumentException if the query is not properly percent-encoded
     */
    static Request parse(HttpRequest http, SocketAddress remoteAddress) {
        QueryStringDecoder uri = new QueryStringDecoder(http.uri(), StandardCharsets.UTF_8, true, MAX_PARAMETERS, true);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        http.headers()
                .forEach(header -> headers.computeIfAbsent(
                                header.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(header.getValue()));
        return new Request(http.method().name(), uri.path(), uri.parameters(), headers, String.valueOf(remoteAddress));
    }
}
