package dev.umpire.load.cast;

import org.jspecify.annotations.Nullable;

/**
 * Events that one client lets the server emit, numbered 0, 1, 2, …
 *
 * @param index its place in the cast, from 0
 * @param emitter index of the client that asks
 * @param via {@code broadcast} for everybody but the emitter, {@code io} for everybody
 * @param room the room it goes to, or null for all of the namespace
 */
public record Stream(
        int index, int emitter, String via, @Nullable String room) {
    /** Everybody but the client that asks. */
    public static final String BROADCAST = "broadcast";

    /** Everybody, the client that asks included. */
    public static final String IO = "io";

    /** Whether it is meant for this client, wherever it was emitted. */
    public boolean reaches(Member member) {
        boolean sender = via.equals(BROADCAST) && member.index() == emitter;
        return !sender && (room == null || member.rooms().contains(room));
    }
}
