package dev.umpire.load.fanout;

import java.util.ArrayList;
import java.util.List;

/** Lets everybody through who waits, once it is opened, and everybody who comes later; safe to use from any thread. */
final class Gate {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean open;

    /** Runs something when the gate is open: now, or from the thread that opens it. */
    void whenOpen(Runnable then) {
        synchronized (this) {
            if (!open) {
                waiting.add(then);
                return;
            }
        }
        then.run();
    }

    /** Opens it; a second call does nothing. */
    void open() {
        List<Runnable> through;
        synchronized (this) {
            open = true;
            through = List.copyOf(waiting);
            waiting.clear();
        }
        through.forEach(Runnable::run);
    }

    synchronized boolean isOpen() {
        return open;
    }
}
