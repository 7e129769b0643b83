package dev.umpire.server.engineio;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request without its body (RFC 9112, section 3, and Engine.IO v4, "Query parameters").
 *
 * @param method in upper case
 * @param path percent-decoded, without the query
 * @param query percent-decoded; every value of a repeated parameter
 * @param headers names in lower case; every value of a repeated header
 * @param remoteAddress of the client, for logs and applications
 */
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String remoteAddress) {

    /** The first value of a header, or null. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The value of a query parameter; null if it is missing, and if it is repeated and thus ambiguous. */
    public @Nullable String parameter(String name) {
        List<String> values = query.get(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }
}
