package dev.umpire.reports.load;

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
            "Clients are spread over rooms, broadcasts go to one room each, and nobody outside may receive them.",
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
            "Broadcasts come many at a time with pauses between, so that the server has to queue them.");

    private ScenarioWords() {}

    /** The sentence about a scenario, or null if its name is unknown. */
    public static @Nullable String of(String scenario) {
        return SENTENCES.get(scenario);
    }
}
