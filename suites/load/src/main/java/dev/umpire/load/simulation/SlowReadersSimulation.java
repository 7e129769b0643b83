package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** Some clients do not read what they are sent. */
public final class SlowReadersSimulation extends LoadSimulation {
    /** Made by Gatling. */
    public SlowReadersSimulation() {
        super(LoadScenario.SLOW_READERS);
    }
}
