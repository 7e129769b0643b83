package dev.umpire.server.engineio;

/** How a session knows that its client is still there (Engine.IO v4, "Heartbeat"). Confined to the session's loop. */
interface Liveness {
    void start();

    /** Says that the client gave the sign of life that was expected of it. */
    void heard();

    /** Whether the time for it is over, also if the timer is a little late to say so. */
    boolean isExpired();

    void stop();
}
