package dev.umpire.load.cast;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.Wires;
import dev.umpire.reports.load.ScenarioWords;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The scenarios: what happens, and who takes part. */
public enum LoadScenario {
    /** One emitter, many receivers. */
    FAN_OUT("fan-out"),
    /** Many emitters. */
    STORM("storm"),
    /** Many rooms. */
    ROOMS("rooms"),
    /** Clients that come and go. */
    CHURN("churn"),
    /** Clients that do not read. */
    SLOW_READERS("slow-readers"),
    /** All transports. */
    MIXED("mixed"),
    /** Bytes. */
    BINARY("binary"),
    /** A rate that rises. */
    RAMP("ramp"),
    /** As fast as the server can. */
    BURST("burst");

    private static final int LEAST_CHURNING = 3;
    private static final int EVENTS_OF_A_BURST = 400;

    private final String label;

    LoadScenario(String label) {
        this.label = label;
    }

    /** What users type. */
    public String label() {
        return label;
    }

    /** What happens, as one sentence. */
    public String description() {
        return Objects.requireNonNull(ScenarioWords.of(label), label);
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
     * Whether several injectors can share it: each must know, without a word from the others, which events its clients
     * have to get. Those who come and go or do not read miss some, a burst waits for the one before it, and a ramp for
     * the verdict on its steps.
     */
    public boolean divisible() {
        return switch (this) {
            case FAN_OUT, STORM, ROOMS, MIXED, BINARY -> true;
            case CHURN, SLOW_READERS, RAMP, BURST -> false;
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
