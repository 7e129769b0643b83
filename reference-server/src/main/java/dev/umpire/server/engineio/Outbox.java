package dev.umpire.server.engineio;

import dev.umpire.server.engineio.packet.WirePacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Hands packets from any thread over to a session's loop: in the order of the calls, whichever thread makes them, and
 * as many in one go as have gathered. A call on the loop itself waits its turn too, or it would overtake.
 */
final class Outbox {
    private final Loop loop;
    private final BooleanSupplier writable;
    private final Consumer<List<WirePacket>> sink;
    private final Queue<Object> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();

    /**
     * Makes an empty outbox.
     *
     * @param writable asked on the loop for each volatile element; {@code sink} is called on the loop
     */
    Outbox(Loop loop, BooleanSupplier writable, Consumer<List<WirePacket>> sink) {
        this.loop = loop;
        this.writable = writable;
        this.sink = sink;
    }

    void add(Outgoing outgoing) {
        put(outgoing);
    }

    /** Runs a task on the loop when all that was added before has gone to the sink. */
    void then(Runnable task) {
        put(task);
    }

    private void put(Object element) {
        waiting.add(element);
        if (draining.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
    }

    private void drain() {
        // before reading: whoever adds from here on schedules a new round
        draining.set(false);
        List<WirePacket> packets = new ArrayList<>();
        for (Object element = waiting.poll(); element != null; element = waiting.poll()) {
            if (element instanceof Outgoing outgoing) {
                if (!outgoing.isVolatile() || writable.getAsBoolean()) {
                    packets.addAll(outgoing.packets());
                }
            } else {
                packets = flush(packets);
                ((Runnable) element).run();
            }
        }
        flush(packets);
    }

    private List<WirePacket> flush(List<WirePacket> packets) {
        if (packets.isEmpty()) {
            return packets;
        }
        sink.accept(packets);
        return new ArrayList<>();
    }
}
