package dev.umpire.reports.load;

import dev.umpire.reports.text.Numbers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens in a load scenario, in one sentence for people who have never run it. */
public final class ScenarioWords {
    private static final Map<String, String> SENTENCES = Map.of(
            "fan-out",
            "One client broadcasts at a steady rate, and all others receive every broadcast.",
            "storm",
            "Many clients broadcast at once, and everyone receives every broadcast.",
            "rooms",
            "Members broadcast to their rooms, the server emits to them too, and nobody outside may receive it.",
            "churn",
            "Clients join, upgrade and leave during a steady broadcast, and those who stay must not notice.",
            "slow-readers",
            "Some clients stop reading during a steady broadcast, and the others must not suffer for it.",
            "mixed",
            "A steady broadcast to clients on HTTP long-polling, on WebSocket and on WebSocket after an upgrade.",
            "binary",
            "A steady broadcast that carries bytes, which travel as attachments of their own.",
            "ramp",
            "The rate of a broadcast is raised step by step until deliveries come late or are lost: that is the knee.",
            "burst",
            "The server is told to broadcast hundreds of events in a row, again and again: how many can it deliver?");

    private ScenarioWords() {}

    /** Whether broadcasts come at a rate that is given, so that a server can only keep up with it or not. */
    public static boolean paced(String scenario) {
        return !scenario.equals("burst") && !scenario.equals("ramp");
    }

    /** How often it broadcasts, such as {@code 10 broadcasts/s}. */
    static String pace(String scenario, double rate) {
        return switch (scenario) {
            case "burst" -> "bursts of broadcasts";
            case "ramp" -> "from " + Numbers.rate(rate) + " broadcasts/s on,";
            default -> Numbers.rate(rate) + " broadcasts/s";
        };
    }

    /** How much a broadcast carries, such as {@code 80 characters}. */
    static String payload(String scenario, int payload) {
        return Numbers.plural(payload, scenario.equals("binary") ? "byte" : "character");
    }

    /** The sentence about a scenario, or null if its name is unknown. */
    public static @Nullable String of(String scenario) {
        return SENTENCES.get(scenario);
    }
}
