package dev.umpire.gatling.step;

import dev.umpire.gatling.wire.Transport;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a client connects.
 *
 * @param url where the server listens
 * @param namespace the namespace that it joins, and that its steps mean unless they say otherwise
 * @param auth what it shows the server; an empty string for nothing, otherwise JSON
 * @param within how long that may take
 * @param reconnects how often it tries again after a connection was lost
 * @param delay how long it waits before that
 * @param numbered events whose argument of this index numbers them, one after the other
 * @param listeners take the events instead of the steps, or null
 */
public record ConnectSettings(
        Function<Session, String> url,
        String namespace,
        Function<Session, String> auth,
        Transport transport,
        Duration within,
        int reconnects,
        Duration delay,
        Map<String, Integer> numbered,
        @Nullable ListenerFactory listeners) {

    public ConnectSettings {
        numbered = Map.copyOf(numbered);
    }
}
