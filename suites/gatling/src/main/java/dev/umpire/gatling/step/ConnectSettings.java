package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoEvent;
import dev.umpire.gatling.wire.Transport;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a client connects, and what it does from then on. */
public record ConnectSettings(Approach approach, Reconnection reconnection, Attention attention) {

    /**
     * How a client connects.
     *
     * @param url where the server listens
     * @param namespace the namespace that it joins, and that its steps mean unless they say otherwise
     * @param auth what it shows the server; an empty string for nothing, otherwise JSON
     * @param within how long that may take
     */
    public record Approach(
            Function<Session, String> url,
            Function<Session, String> namespace,
            Function<Session, String> auth,
            Transport transport,
            Duration within) {}

    /**
     * What it does when the connection is lost.
     *
     * @param times how often it tries again at most
     * @param delay how long it waits before each time
     */
    public record Reconnection(int times, Duration delay) {}

    /**
     * What it does with events.
     *
     * @param numbered those whose argument of this index numbers them, one after the other
     * @param answers what it acknowledges events of a name with, where the server asks for that
     * @param kept how many that no step has asked for it keeps
     * @param listeners take the events instead of the steps, or null
     */
    public record Attention(
            Map<String, Integer> numbered,
            Map<String, Function<SocketIoEvent, List<?>>> answers,
            int kept,
            @Nullable ListenerFactory listeners) {

        public Attention {
            numbered = Map.copyOf(numbered);
            answers = Map.copyOf(answers);
        }
    }
}
