package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** Broadcasts of bytes. */
public final class BinarySimulation extends LoadSimulation {
    /** Made by Gatling. */
    public BinarySimulation() {
        super(LoadScenario.BINARY);
    }
}
