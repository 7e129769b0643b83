package dev.umpire.load.measure;

import java.util.ArrayList;
import java.util.List;

/** Lets everybody through who waits, once it is opened, and everybody who comes later; safe to use from any thread. */
public final class Gate {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean open;

    /** Runs something when the gate is open: now, or from the thread that opens it. */
    public void whenOpen(Runnable then) {
        synchronized (this) {
            if (!open) {
                waiting.add(then);
                return;
            }
        }
        then.run();
    }

    /** Opens it; true unless it was open. */
    public boolean open() {
        List<Runnable> through;
        synchronized (this) {
            if (open) {
                return false;
            }
            open = true;
            through = List.copyOf(waiting);
            waiting.clear();
        }
        through.forEach(Runnable::run);
        return true;
    }
}
