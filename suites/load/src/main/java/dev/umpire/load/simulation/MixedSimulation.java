package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** Receivers over all transports. */
public final class MixedSimulation extends LoadSimulation {
    /** Made by Gatling. */
    public MixedSimulation() {
        super(LoadScenario.MIXED);
    }
}
