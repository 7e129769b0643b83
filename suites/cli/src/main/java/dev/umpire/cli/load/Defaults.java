package dev.umpire.cli.load;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What a scenario does unless an option says otherwise: work that a laptop's server carries easily.
 *
 * @param receivers clients that receive
 * @param emitters clients that cause broadcasts
 * @param rooms rooms over which the receivers are spread
 * @param wires transports of the clients
 * @param rate broadcasts per second, of all emitters together
 * @param payload characters or bytes in each broadcast
 */
public record Defaults(int receivers, int emitters, int rooms, Wires wires, double rate, int payload) {
    /** Time before measuring. */
    public static final Duration WARM_UP = Duration.ofSeconds(5);
    /** Time for which is measured. */
    public static final Duration DURATION = Duration.ofSeconds(30);

    static final double RAMP_TO = 10_000;
    static final double RAMP_FACTOR = 1.5;
    static final Duration RAMP_STEP = Duration.ofSeconds(10);
    static final Duration RAMP_P99 = Duration.ofMillis(100);

    private static final Defaults USUAL = new Defaults(100, 1, 1, Wires.WEBSOCKET, 100, 80);
    private static final Map<String, Defaults> OTHERS = Map.of(
            "storm", new Defaults(100, 20, 1, Wires.WEBSOCKET, 100, 80),
            "rooms", new Defaults(200, 1, 20, Wires.WEBSOCKET, 200, 80),
            "mixed", new Defaults(90, 1, 1, Wires.MIXED, 50, 80),
            "slow-readers", new Defaults(100, 1, 1, Wires.WEBSOCKET, 100, 1_000),
            "binary", new Defaults(100, 1, 1, Wires.WEBSOCKET, 100, 1_000),
            "ramp", new Defaults(100, 1, 1, Wires.WEBSOCKET, 50, 80));

    /** Those of a scenario; the usual ones for a scenario that asks for nothing else. */
    public static Defaults of(String scenario) {
        return OTHERS.getOrDefault(scenario, USUAL);
    }

    /** How the rate of a ramp is raised. */
    public static Ramp ramp() {
        return new Ramp(RAMP_TO, RAMP_FACTOR, RAMP_STEP, RAMP_P99);
    }

    /** Those of a scenario in a few words, for the help text. */
    static String words(String scenario) {
        Defaults its = of(scenario);
        String pace = scenario.equals("burst") ? "as fast as the server can" : FigureText.number(its.rate) + "/s";
        return its.receivers + " receivers, " + (its.emitters == 1 ? "" : its.emitters + " emitters, ")
                + (its.rooms == 1 ? "" : its.rooms + " rooms, ") + pace + ", payload " + its.payload
                + (its.wires == Wires.WEBSOCKET ? "" : ", " + its.wires.name().toLowerCase(Locale.ROOT));
    }
}
