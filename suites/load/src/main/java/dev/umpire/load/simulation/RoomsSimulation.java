package dev.umpire.load.simulation;

import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.run.LoadSimulation;

/** Broadcasts to rooms and from their members. */
public final class RoomsSimulation extends LoadSimulation {
    /** Made by Gatling. */
    public RoomsSimulation() {
        super(LoadScenario.ROOMS);
    }
}
