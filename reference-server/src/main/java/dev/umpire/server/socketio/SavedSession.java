package dev.umpire.server.socketio;

import java.util.Map;
import java.util.Set;

/**
 * A socket that was cut off, as it is to come back (Socket.IO documentation, "Connection state recovery").
 *
 * @param pid the secret by which its client claims it
 * @param rooms those it was in, the one of its own id included
 * @param data what the application keeps with it
 * @param log the places of the namespace's log that matter to it
 * @param time when it was cut off, in nanoseconds
 */
record SavedSession(String id, String pid, Set<String> rooms, Map<String, Object> data, Places log, long time) {

    /**
     * Places in the log of a namespace.
     *
     * @param joined the last event before the socket came into being
     * @param addressed the last event that was sent to it
     * @param left everything up to here that was for it had been sent to it when it was cut off
     */
    record Places(long joined, long addressed, long left) {

        /**
         * The place after which nothing has reached a client yet.
         *
         * @param offset the place of the last event that it received
         */
        long resume(long offset) {
            // however old its last event is, if none for it came after that, nothing is missing up to its end
            return offset >= addressed ? Math.max(offset, left) : offset;
        }
    }
}
