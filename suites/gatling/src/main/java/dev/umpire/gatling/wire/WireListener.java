package dev.umpire.gatling.wire;

import dev.umpire.fixtures.wire.Handshake;

/** Hears what one session receives, on its event loop. */
public interface WireListener {

    /** The session is open; packets follow. */
    void opened(Handshake handshake);

    /** The transport is the one that was asked for: at once, or after the upgrade. */
    void settled();

    /**
     * A text packet arrived, other than the one that opens the session.
     *
     * @param bytes holds the packet; valid during the call only
     * @param from where its type stands
     * @param to where it ends
     */
    void text(byte[] bytes, int from, int to);

    /** A binary packet arrived; as for text. */
    void binary(byte[] bytes, int from, int to);

    /** Everything that one read brought has been handed over. */
    void drained();

    /** The session ended, or never began; said once. */
    void ended(String reason);
}
