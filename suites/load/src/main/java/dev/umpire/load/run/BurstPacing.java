package dev.umpire.load.run;

import dev.umpire.load.cast.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Emits many events in a row at one command, and again as soon as all of them have reached everybody: as fast as the
 * server can. Latency counts from the command, and is queueing above all.
 */
final class BurstPacing implements Pacing {
    private static final int MOST_BURSTS = 1 << 16;

    private final int size;
    private final long warmUpNanos;
    private final long nanos;
    private final AtomicLongArray starts = new AtomicLongArray(MOST_BURSTS);
    private @Nullable Run run;
    private @Nullable Emitter emitter;
    private volatile long start;
    private volatile long measuredFrom = Long.MAX_VALUE;
    private volatile boolean stopped;

    BurstPacing(int size, Duration warmUp, Duration duration) {
        this.size = size;
        this.warmUpNanos = warmUp.toNanos();
        this.nanos = duration.toNanos();
    }

    @Override
    public long event(int stream, long number) {
        return number;
    }

    @Override
    public long due(long event) {
        return starts.get((int) (event / size % MOST_BURSTS));
    }

    @Override
    public int step(long event) {
        return event >= measuredFrom ? 0 : Schedule.WARM_UP;
    }

    @Override
    public int steps() {
        return 1;
    }

    @Override
    public long most() {
        return Long.MAX_VALUE;
    }

    @Override
    public long measuringBegins() {
        return measuredFrom == Long.MAX_VALUE ? start + warmUpNanos : due(measuredFrom);
    }

    @Override
    public long left() {
        return stopped ? 0 : Math.max(0, measuringBegins() + nanos - System.nanoTime());
    }

    @Override
    public void begin(Run of, List<Emitter> emitters) {
        run = of;
        emitter = emitters.get(0);
        start = System.nanoTime();
        emitter.at(start, this::burst);
    }

    private void burst() {
        Run going = run;
        Emitter client = emitter;
        if (going == null || client == null || going.over()) {
            return;
        }
        long now = System.nanoTime();
        boolean again = !stopped && now - measuringBegins() < nanos;
        if (!again) {
            stopped = true;
            going.emittedAll(client);
            return;
        }
        starts.set((int) (client.emitted() / size % MOST_BURSTS), now);
        if (measuredFrom == Long.MAX_VALUE && now - measuringBegins() >= 0) {
            measuredFrom = client.emitted();
        }
        client.emitInARow(size);
        awaitEnd(client.emitted());
    }

    /** A burst of which something is missing never ends by itself. */
    private void awaitEnd(long emitted) {
        Run going = run;
        Emitter client = emitter;
        if (going == null || client == null) {
            return;
        }
        long patience = going.timing().pingTimeout().toNanos();
        client.at(System.nanoTime() + patience, () -> {
            if (client.emitted() != emitted || stopped) {
                return;
            }
            if (going.idleNanos() < patience) {
                awaitEnd(emitted);
                return;
            }
            stopped = true;
            going.emittedAll(client);
        });
    }

    @Override
    public void completed(long event) {
        Emitter client = emitter;
        if (client != null && event % size == size - 1) {
            client.at(System.nanoTime(), this::burst);
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public boolean done() {
        return stopped;
    }
}
