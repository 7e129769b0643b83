package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** Clients come and go during a steady broadcast. */
public final class ChurnSimulation extends LoadSimulation {
    /** Made by Gatling. */
    public ChurnSimulation() {
        super(LoadScenario.CHURN);
    }
}
