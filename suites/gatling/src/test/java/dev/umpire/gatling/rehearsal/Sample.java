package dev.umpire.gatling.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sample as a step recorded it, before Gatling adds it to its statistics. */
public record Sample(
        String scenario,
        List<String> groups,
        String name,
        boolean ok,
        long millis,
        @Nullable String message) {

    /** Its outcome in a line, such as {@code KO connect: the server refused CONNECT}. */
    public String line() {
        return (ok ? "OK " : "KO ") + name + (message == null ? "" : ": " + message);
    }
}
