package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** One client broadcasts at a steady rate, all others receive. */
public final class FanOutSimulation extends LoadSimulation {
    /** Made by Gatling. */
    public FanOutSimulation() {
        super(LoadScenario.FAN_OUT);
    }
}
