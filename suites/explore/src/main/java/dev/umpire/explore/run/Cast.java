package dev.umpire.explore.run;

import org.jspecify.annotations.Nullable;

/** The clients of a play, as one of them knows the others. */
interface Cast {
    /** The socket that a client has in a namespace now, or null. */
    @Nullable Seat seat(int client, String namespace);
}
