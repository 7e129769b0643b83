package dev.umpire.cli.explore;

import dev.umpire.explore.Explorer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Faults on the wire that users may ask for. */
enum Fault {
    /** Connections are lost and come back. */
    CUT("connections end by FIN and RST, and come back, with recovery where it is offered", Explorer::withCuts),
    DELAY(
            "20 ms more each way",
            explorer -> explorer.withWeather(explorer.weather().withDelay(Duration.ofMillis(20)))),
    JITTER(
            "0 to 20 ms more by chance, so that requests overtake each other",
            explorer -> explorer.withWeather(explorer.weather().withJitter(Duration.ofMillis(20)))),
    BANDWIDTH(
            "200 kB a second for each connection",
            explorer -> explorer.withWeather(explorer.weather().withBytesPerSecond(200_000))),
    SPLIT(
            "TCP segments of 1 to 5 bytes",
            explorer -> explorer.withWeather(explorer.weather().withSplit(5))),
    MERGE(
            "bytes gathered for 5 ms",
            explorer -> explorer.withWeather(explorer.weather().withMerge(Duration.ofMillis(5))));

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // the changes hold no state
    private final UnaryOperator<Explorer> change;

    Fault(String description, UnaryOperator<Explorer> change) {
        this.description = description;
        this.change = change;
    }

    /** What users type. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    Explorer added(Explorer explorer) {
        return change.apply(explorer);
    }
}
