package dev.umpire.gatling.wire;

/** One Engine.IO session's way to the server; confined to one event loop. */
public interface Wire {

    /** Sends a text packet as it is written, such as {@code 42["hello"]}. */
    void send(String packet);

    /** Sends a binary packet. */
    void send(byte[] attachment);

    /** Ends the session; what happens from now on is not reported. */
    void close();

    /** Stops taking what the server sends, or takes it again: a client that is slow. */
    void reading(boolean takes);
}
