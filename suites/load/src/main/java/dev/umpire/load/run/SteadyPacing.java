package dev.umpire.load.run;

import dev.umpire.load.cast.Schedule;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Emits by the clock, whatever became of the events before: an open loop. */
final class SteadyPacing implements Pacing {
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Schedule schedule;
    private final int streams;
    private final AtomicInteger emitting = new AtomicInteger();
    private volatile long start;
    private volatile boolean stopped;

    SteadyPacing(Schedule schedule, int streams) {
        this.schedule = schedule;
        this.streams = streams;
    }

    @Override
    public long event(int stream, long number) {
        return number * streams + stream;
    }

    @Override
    public long due(long event) {
        return start + schedule.due(event);
    }

    @Override
    public int step(long event) {
        return schedule.step(event);
    }

    @Override
    public int steps() {
        return schedule.steps();
    }

    /** The first event of a step; that of the step after the last is one that is not emitted. */
    long first(int step) {
        return schedule.first(step);
    }

    /** Events per second in a step. */
    double rate(int step) {
        return schedule.rate(step);
    }

    @Override
    public long most() {
        return schedule.total();
    }

    @Override
    public long measuringBegins() {
        return due(schedule.warmUp());
    }

    @Override
    public long left() {
        return stopped ? 0 : Math.max(0, due(schedule.total()) - System.nanoTime());
    }

    @Override
    public void begin(Run run, List<Emitter> emitters) {
        start = System.nanoTime() + LEAD_NANOS;
        emitting.set(emitters.size());
        emitters.forEach(emitter -> emitter.at(start, () -> emitDue(run, emitter)));
    }

    /** Emits what is due, and comes back when more is. */
    private void emitDue(Run run, Emitter emitter) {
        int stream = emitter.stream().index();
        while (!stopped && !run.over()) {
            long next = event(stream, emitter.emitted());
            if (next >= schedule.total()) {
                break;
            }
            if (due(next) - System.nanoTime() > 0) {
                emitter.at(due(next), () -> emitDue(run, emitter));
                return;
            }
            emitter.emit();
        }
        if (emitting.decrementAndGet() == 0 && !run.over()) {
            run.emittedAll(emitter);
        }
    }

    @Override
    public void completed(long event) {
        // the next one comes by the clock
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public boolean done() {
        return emitting.get() == 0;
    }
}
