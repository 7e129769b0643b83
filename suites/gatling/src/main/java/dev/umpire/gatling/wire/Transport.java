package dev.umpire.gatling.wire;

/** How a client reaches the server (Engine.IO v4, "Transports"). */
public enum Transport {
    /** WebSocket from the start. */
    WEBSOCKET,
    /** HTTP long-polling, for the whole session. */
    POLLING,
    /** HTTP long-polling first, then an upgrade to WebSocket, as browsers do. */
    UPGRADE
}
