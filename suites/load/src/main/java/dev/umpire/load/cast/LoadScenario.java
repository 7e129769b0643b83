package dev.umpire.load.cast;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Wires;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The scenarios: what happens, and who takes part. */
public enum LoadScenario {
    /** One emitter, many receivers. */
    FAN_OUT("fan-out", "one client broadcasts at a steady rate, all others receive"),
    /** Many emitters. */
    STORM("storm", "many clients emit to everyone at once, everyone receives everything"),
    /** Many rooms. */
    ROOMS("rooms", "members broadcast to their rooms and the server emits to them, nobody outside receives"),
    /** Clients that come and go. */
    CHURN("churn", "clients join, upgrade and leave during a steady broadcast, those who stay miss nothing"),
    /** Clients that do not read. */
    SLOW_READERS("slow-readers", "some clients stop reading during a steady broadcast, the others do not suffer"),
    /** All transports. */
    MIXED("mixed", "one client broadcasts to others over polling, WebSocket and upgraded connections"),
    /** Bytes. */
    BINARY("binary", "one client broadcasts bytes, all others receive them"),
    /** A rate that rises. */
    RAMP(
            "ramp",
            "one client broadcasts faster and faster until latency or losses break the server: where is the knee?"),
    /** As fast as the server can. */
    BURST(
            "burst",
            "one client lets the server broadcast 400 events in a row, again and again: how many can it deliver?");

    private static final int LEAST_CHURNING = 3;
    private static final int EVENTS_OF_A_BURST = 400;

    private final String label;
    private final String description;

    LoadScenario(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** What users type. */
    public String label() {
        return label;
    }

    /** What happens, as one sentence. */
    public String description() {
        return description;
    }

    /** Capabilities that the conformance app of a target must declare. */
    public Set<String> needs() {
        return switch (this) {
            case BINARY -> Set.of("binary");
            case ROOMS -> Set.of("rooms");
            case FAN_OUT, STORM, CHURN, SLOW_READERS, MIXED, RAMP, BURST -> Set.of();
        };
    }

    /**
     * Who takes part.
     *
     * @param token distinguishes this run's rooms from all others on the server
     */
    public Cast cast(LoadPlan plan, String token) {
        Casting casting = new Casting(plan, this == MIXED ? Wires.MIXED : plan.wires());
        return switch (this) {
            case FAN_OUT, MIXED, RAMP -> casting.oneEmitter().cast(false, 1);
            case STORM -> casting.manyEmitters().cast(false, 1);
            case ROOMS -> casting.rooms(token).cast(false, 1);
            case CHURN ->
                casting.oneEmitter()
                        .add(Math.max(LEAST_CHURNING, plan.receivers() / 5), Conduct.CHURNING)
                        .cast(false, 1);
            case SLOW_READERS ->
                casting.oneEmitter()
                        .add(Math.max(1, plan.receivers() / 10), Conduct.SLOW)
                        .cast(false, 1);
            case BINARY -> casting.oneEmitter().cast(true, 1);
            case BURST -> casting.oneEmitter().cast(false, EVENTS_OF_A_BURST);
        };
    }

    /** The scenario that users call so. */
    public static Optional<LoadScenario> named(String label) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.label.equals(label))
                .findFirst();
    }
}
