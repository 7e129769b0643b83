package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** A rate that rises until the server breaks. */
public final class RampSimulation extends LoadSimulation {
    /** Made by Gatling. */
    public RampSimulation() {
        super(LoadScenario.RAMP);
    }
}
