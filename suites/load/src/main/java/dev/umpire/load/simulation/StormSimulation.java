package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** Many clients emit to everyone. */
public final class StormSimulation extends LoadSimulation {
    /** Made by Gatling. */
    public StormSimulation() {
        super(LoadScenario.STORM);
    }
}
