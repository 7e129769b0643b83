package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** Broadcasts in a row, as fast as the server can. */
public final class BurstSimulation extends LoadSimulation {
    /** Made by Gatling. */
    public BurstSimulation() {
        super(LoadScenario.BURST);
    }
}
