package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server under test as it was found.
 *
 * @param name how the user named it, such as {@code embedded} or its address
 * @param url address of its Socket.IO endpoint
 * @param tier what its conformance app offers: {@code wire}, {@code echo} or {@code umpire}
 * @param server the server's own name and version, if it says so
 * @param capabilities optional features it declares
 * @param pingInterval milliseconds, from its handshake
 * @param pingTimeout milliseconds, from its handshake
 * @param maxPayload bytes, from its handshake
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetInfo(
        String name,
        String url,
        String tier,
        @Nullable String server,
        List<String> capabilities,
        long pingInterval,
        long pingTimeout,
        long maxPayload) {

    public TargetInfo {
        capabilities = List.copyOf(capabilities);
    }
}
