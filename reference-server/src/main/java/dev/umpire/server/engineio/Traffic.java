package dev.umpire.server.engineio;

import java.util.concurrent.atomic.LongAdder;

/** Counts what goes through an engine, since it was made. Callable from any thread. */
public final class Traffic {
    private final LongAdder opened = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    void opened() {
        opened.increment();
    }

    void received() {
        received.increment();
    }

    void sent(int packets) {
        sent.add(packets);
    }

    void dropped() {
        dropped.increment();
    }

    /** How many sessions were opened. */
    public long sessionsOpened() {
        return opened.sum();
    }

    /** How many messages clients have sent. */
    public long messagesReceived() {
        return received.sum();
    }

    /** How many messages were handed over to transports: one for each attachment, too. */
    public long messagesSent() {
        return sent.sum();
    }

    /** How many emits were dropped because their client did not keep up: volatile ones, and the last before a cut. */
    public long emitsDropped() {
        return dropped.sum();
    }
}
