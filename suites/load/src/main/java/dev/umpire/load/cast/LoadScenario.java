package dev.umpire.load.cast;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Wires;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;

/** The scenarios: what happens, and who takes part. */
public enum LoadScenario {
    /** One emitter, many receivers. */
    FAN_OUT(
            "fan-out",
            "one client broadcasts at a steady rate, all others receive",
            (plan, token) -> new Casting(plan).oneEmitter().cast(false, 1)),
    /** Many emitters. */
    STORM(
            "storm",
            "many clients emit to everyone at once, everyone receives everything",
            (plan, token) -> new Casting(plan).manyEmitters().cast(false, 1)),
    /** Many rooms. */
    ROOMS(
            "rooms",
            "members broadcast to their rooms and the server emits to them, nobody outside receives",
            (plan, token) -> new Casting(plan).rooms(token).cast(false, 1)),
    /** Clients that come and go. */
    CHURN(
            "churn",
            "clients join, upgrade and leave during a steady broadcast, those who stay miss nothing",
            (plan, token) -> new Casting(plan)
                    .oneEmitter()
                    .add(Math.max(3, plan.receivers() / 5), Conduct.CHURNING)
                    .cast(false, 1)),
    /** Clients that do not read. */
    SLOW_READERS(
            "slow-readers",
            "some clients stop reading during a steady broadcast, the others do not suffer",
            (plan, token) -> new Casting(plan)
                    .oneEmitter()
                    .add(Math.max(1, plan.receivers() / 10), Conduct.SLOW)
                    .cast(false, 1)),
    /** All transports. */
    MIXED(
            "mixed",
            "one client broadcasts to others over polling, WebSocket and upgraded connections",
            (plan, token) -> new Casting(plan, Wires.MIXED).oneEmitter().cast(false, 1)),
    /** Bytes. */
    BINARY(
            "binary",
            "one client broadcasts bytes, all others receive them",
            (plan, token) -> new Casting(plan).oneEmitter().cast(true, 1)),
    /** A rate that rises. */
    RAMP(
            "ramp",
            "one client broadcasts faster and faster until latency or losses break the server: where is the knee?",
            (plan, token) -> new Casting(plan).oneEmitter().cast(false, 1)),
    /** As fast as the server can. */
    BURST(
            "burst",
            "one client lets the server broadcast 400 events in a row, again and again: how many can it deliver?",
            (plan, token) -> new Casting(plan).oneEmitter().cast(false, 400));

    private final String label;
    private final String description;
    private final BiFunction<LoadPlan, String, Cast> casts;

    LoadScenario(String label, String description, BiFunction<LoadPlan, String, Cast> casts) {
        this.label = label;
        this.description = description;
        this.casts = casts;
    }

    /** What users type. */
    public String label() {
        return label;
    }

    /** What happens, as one sentence. */
    public String description() {
        return description;
    }

    /**
     * Who takes part.
     *
     * @param token distinguishes this run's rooms from all others on the server
     */
    public Cast cast(LoadPlan plan, String token) {
        return casts.apply(plan, token);
    }

    /** The scenario that users call so. */
    public static Optional<LoadScenario> named(String label) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.label.equals(label))
                .findFirst();
    }
}
