package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events that no step has asked for yet, the oldest first. A step that expects an event takes it from here, or waits
 * for it: so it does not matter whether the event or the step comes first. Confined to one event loop.
 */
final class Inbox {
    private final Deque<SocketIoEvent> kept = new ArrayDeque<>();
    private final int mostKept;
    private @Nullable Expectation waiting;
    private long forgotten;

    /** A step that waits: for so many events of a name in a namespace. */
    record Expectation(
            String namespace, String event, int times, List<SocketIoEvent> got, Consumer<List<SocketIoEvent>> then) {
        Expectation(String namespace, String event, int times, Consumer<List<SocketIoEvent>> then) {
            this(namespace, event, times, new ArrayList<>(), then);
        }

        private boolean takes(SocketIoEvent arrived) {
            boolean wanted = arrived.name().equals(event) && arrived.namespace().equals(namespace);
            if (wanted) {
                got.add(arrived);
            }
            return wanted;
        }

        private boolean met() {
            return got.size() == times;
        }
    }

    /**
     * An empty one.
     *
     * @param mostKept events beyond these are forgotten, the oldest first: a client need not ask for all that it gets
     */
    Inbox(int mostKept) {
        this.mostKept = mostKept;
    }

    /** An event arrived. */
    void add(SocketIoEvent event) {
        Expectation step = waiting;
        if (step != null && step.takes(event)) {
            if (step.met()) {
                waiting = null;
                step.then().accept(step.got());
            }
            return;
        }
        kept.addLast(event);
        if (kept.size() > mostKept) {
            kept.removeFirst();
            forgotten++;
        }
    }

    /** A step expects events; what it does then, it does now if all of them are there. */
    void expect(Expectation step) {
        Iterator<SocketIoEvent> events = kept.iterator();
        while (!step.met() && events.hasNext()) {
            if (step.takes(events.next())) {
                events.remove();
            }
        }
        if (step.met()) {
            step.then().accept(step.got());
        } else {
            waiting = step;
        }
    }

    /** What to tell somebody who missed an event; empty if it cannot have been here. */
    String forgotten() {
        return forgotten == 0
                ? ""
                : "; of those that nobody asked for, the client keeps " + mostKept + " (connect().keep(…))";
    }

    /** The step that waits does so no longer. */
    void giveUp() {
        waiting = null;
    }
}
