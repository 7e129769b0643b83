package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.WirePacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands packets from any thread over to a session's loop: in the order of the calls, whichever thread makes them, and
 * as many in one go as have gathered (Socket.IO documentation, "Delivery guarantees"). A call on the loop itself waits
 * its turn too, or it would overtake.
 *
 * <p>What waits here and in the transport is limited. A volatile packet that finds more than half of the limit is
 * dropped. Any other that finds more than the limit is the end: nothing more is taken, and the outlet is told. As it is
 * asked before a packet is added, one packet alone may be of any size.
 */
final class Outbox {
    /** As much goes out at once: what follows sees how much of it the client has taken. */
    private static final int BATCH = 65_536;

    private final Loop loop;
    private final long limit;
    private final Outlet outlet;
    private final Traffic traffic;
    private final Queue<Object> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong weight = new AtomicLong();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean exceeded = new AtomicBoolean();
    private final Runnable drain = this::drain;

    /**
     * Makes an empty outbox.
     *
     * @param limit in bytes, as {@link WirePacket#weight} counts them
     */
    Outbox(Loop loop, long limit, Outlet outlet, Traffic traffic) {
        this.loop = loop;
        this.limit = limit;
        this.outlet = outlet;
        this.traffic = traffic;
    }

    void add(Outgoing outgoing) {
        if (exceeded.get()) {
            return;
        }
        long before = weight.getAndAdd(outgoing.weight());
        // volatile packets leave half of it free: they alone must not bring the next other one to the end
        long most = outgoing.isVolatile() ? limit / 2 : limit;
        if (before + outlet.waiting() <= most) {
            put(outgoing);
            return;
        }
        weight.addAndGet(-outgoing.weight());
        traffic.dropped();
        if (!outgoing.isVolatile() && exceeded.compareAndSet(false, true)) {
            loop.execute(this::giveUp);
        }
    }

    /** Runs a task on the loop when all that was added before has gone to the outlet. */
    void then(Runnable task) {
        put(task);
    }

    /** How many bytes wait, here and in the transport. */
    long waiting() {
        return weight.get() + outlet.waiting();
    }

    private void put(Object element) {
        waiting.add(element);
        if (draining.compareAndSet(false, true)) {
            loop.execute(drain);
        }
    }

    private void drain() {
        // before reading: whoever adds from here on schedules a new round
        draining.set(false);
        Batch batch = new Batch();
        for (Object element = waiting.poll(); element != null; element = waiting.poll()) {
            if (element instanceof Outgoing outgoing) {
                batch.add(outgoing);
            } else {
                batch.flush();
                ((Runnable) element).run();
            }
        }
        batch.flush();
    }

    private void giveUp() {
        waiting.clear();
        outlet.exceeded();
    }

    /** Where packets go. Called on the loop, except {@link #waiting}. */
    interface Outlet {
        /** Whether packets sent now leave now; asked for each volatile element. */
        boolean isWritable();

        /** How many bytes were transmitted and have not left yet. Callable from any thread. */
        long waiting();

        void transmit(List<WirePacket> packets);

        /** Called once: more waits than may. */
        void exceeded();
    }

    /** What is taken out and not transmitted yet. */
    private final class Batch {
        private List<WirePacket> packets = new ArrayList<>();
        private long taken;

        void add(Outgoing outgoing) {
            taken += outgoing.weight();
            if (!outgoing.isVolatile() || outlet.isWritable()) {
                packets.addAll(outgoing.packets());
            } else {
                traffic.dropped();
            }
            if (taken >= BATCH) {
                flush();
            }
        }

        void flush() {
            // before they count as the transport's: for a moment too little is counted, never too much
            weight.addAndGet(-taken);
            taken = 0;
            if (!packets.isEmpty()) {
                traffic.sent(packets.size());
                outlet.transmit(packets);
                packets = new ArrayList<>();
            }
        }
    }
}
