package dev.umpire.server.socketio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client said when it connected to a namespace (Socket.IO v5, "Connection to a namespace").
 *
 * @param auth the payload of its CONNECT packet; empty if there was none
 * @param headers of the request that opened the connection, names in lower case
 * @param query of that request, percent-decoded
 * @param address of the client
 * @param time of the CONNECT packet
 */
public record Handshake(
        Map<String, @Nullable Object> auth,
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        String address,
        Instant time) {}
