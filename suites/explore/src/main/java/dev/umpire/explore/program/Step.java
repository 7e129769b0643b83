package dev.umpire.explore.program;

import dev.umpire.fixtures.history.Scope;
import dev.umpire.fixtures.wire.Via;
import java.util.List;

/**
 * One thing that one client does. A step that cannot be done, since its client is not connected or not in the
 * namespace, is passed over: so any part of a program is a program.
 */
public sealed interface Step {

    /** The client, counted from 1. */
    int client();

    /** Opens a connection; ends none that is there. */
    record Open(int client, Via via) implements Step {}

    /** Joins a namespace. */
    record Enter(int client, String namespace) implements Step {}

    /** Asks for a namespace without showing what lets one in. */
    record Knock(int client, String namespace) implements Step {}

    /** Leaves a namespace. */
    record Exit(int client, String namespace) implements Step {}

    /** Has the server disconnect the socket, or the whole connection. */
    record Kick(int client, String namespace, boolean close) implements Step {}

    /** Joins rooms. */
    record Join(int client, String namespace, List<String> rooms) implements Step {
        /** Copies the list. */
        public Join {
            rooms = List.copyOf(rooms);
        }
    }

    /** Leaves rooms. */
    record Leave(int client, String namespace, List<String> rooms) implements Step {
        /** Copies the list. */
        public Leave {
            rooms = List.copyOf(rooms);
        }
    }

    /**
     * Has the server emit. In rooms, {@code @2} is the room of client 2's own id.
     *
     * @param times how many events in a row, numbered
     */
    record Emit(int client, String namespace, Scope scope, boolean isVolatile, Payload payload, int times)
            implements Step {}

    /** Has the server emit with acknowledgements. */
    record Ask(int client, String namespace, Scope scope, Payload payload) implements Step {}

    /** Sends events that come back, {@code acked} in their acknowledgement, else as events. */
    record Echo(int client, String namespace, Payload payload, int times, boolean acked) implements Step {}

    /** Goes from polling to WebSocket; echoes so many events between probe and upgrade. */
    record Upgrade(int client, String namespace, int meanwhile) implements Step {}

    /** Closes its connection without a word. */
    record Close(int client) implements Step {}

    /** Stops to read and write, as a client does whose network is gone for a while. */
    record Stall(int client) implements Step {}

    /** Goes on after a stall. */
    record Resume(int client) implements Step {}

    /** Loses its connection, by RST or FIN. */
    record Cut(int client, boolean reset) implements Step {}
}
