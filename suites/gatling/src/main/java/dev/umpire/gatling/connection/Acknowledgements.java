package dev.umpire.gatling.connection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The acknowledgements that a client asked for (Socket.IO v5, "Acknowledgement"). Confined to one event loop. */
final class Acknowledgements {
    private final Map<Long, Asked> asked = new HashMap<>();
    private final Set<Long> givenUp = new HashSet<>();
    private long nextId;

    /** Who waits. */
    private record Asked(String namespace, Consumer<SocketIoEvent> then) {}

    /** Expects one; its id. */
    long ask(String namespace, Consumer<SocketIoEvent> then) {
        long id = nextId++;
        asked.put(id, new Asked(namespace, then));
        return id;
    }

    /** Waits for it no longer; it may still come. */
    void giveUp(long id) {
        if (asked.remove(id) != null) {
            givenUp.add(id);
        }
    }

    /** Hands over one that arrived; what is wrong with it, or null. */
    @Nullable String arrived(long id, Arrival arrival) {
        Asked question = asked.get(id);
        if (question == null) {
            return givenUp.remove(id) ? null : unasked(id) + ": " + arrival.shown();
        }
        if (!question.namespace().equals(arrival.namespace())) {
            return "an acknowledgement in namespace " + arrival.namespace() + " of an event in namespace "
                    + question.namespace() + ": " + arrival.shown();
        }
        asked.remove(id);
        try {
            question.then().accept(arrival.acknowledgement());
            return null;
        } catch (MalformedEventException e) {
            return e.getMessage();
        }
    }

    private String unasked(long id) {
        if (id == PacketScan.NO_ID) {
            return "an acknowledgement without an id";
        }
        return id < nextId ? "an acknowledgement twice" : "an acknowledgement that was not asked for";
    }
}
