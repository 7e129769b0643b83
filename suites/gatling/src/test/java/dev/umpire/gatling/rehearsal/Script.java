package dev.umpire.gatling.rehearsal;

import java.io.IOException;

/** What a stub server does with one HTTP request; the connection ends with the script of a WebSocket. */
@FunctionalInterface
public interface Script {
    /** Plays it. */
    void play(Peer peer) throws IOException;
}
