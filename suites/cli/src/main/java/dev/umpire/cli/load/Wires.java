package dev.umpire.cli.load;

/** Over which transports the clients of a load scenario talk. */
public enum Wires {
    /** WebSocket from the first byte. */
    WEBSOCKET,
    /** HTTP long-polling to the end. */
    POLLING,
    /** HTTP long-polling first, then an upgrade to WebSocket, as browsers do. */
    UPGRADE,
    /** A third of the clients each. */
    MIXED
}
