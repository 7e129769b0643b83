package dev.umpire.load.cast;

/** How a client behaves during a run, and what it has to receive. */
public enum Conduct {
    /** Stays, and reads what comes: gets every event that is meant for it. */
    STEADY,
    /** Stops reading until the last event was emitted: gets what it gets in order, and without gaps while connected. */
    SLOW,
    /** Comes and goes: gets everything between its first event and its leaving. */
    CHURNING
}
