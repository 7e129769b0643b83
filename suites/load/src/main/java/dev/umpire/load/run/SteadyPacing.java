package dev.umpire.load.run;

import dev.umpire.load.cast.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Emits by the clock, whatever became of the events before: an open loop. */
final class SteadyPacing implements Pacing {
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Schedule schedule;
    private final int streams;
    private final boolean appointed;
    private final AtomicInteger emitting = new AtomicInteger();
    private volatile long start;
    private volatile boolean stopped;

    private SteadyPacing(Schedule schedule, int streams, boolean appointed, long start) {
        this.schedule = schedule;
        this.streams = streams;
        this.appointed = appointed;
        this.start = start;
    }

    /** Begins as soon as all clients have connected. */
    static SteadyPacing soon(Schedule schedule, int streams) {
        return new SteadyPacing(schedule, streams, false, 0);
    }

    /** Begins at a {@link System#nanoTime()} that was agreed upon. */
    static SteadyPacing at(long start, Schedule schedule, int streams) {
        return new SteadyPacing(schedule, streams, true, start);
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
        if (!appointed) {
            start = System.nanoTime() + LEAD_NANOS;
        } else if (start - System.nanoTime() < 0) {
            run.end(String.format(
                    Locale.ROOT,
                    "its clients had connected only %.1f s after the first broadcast was due: name a later instant with"
                            + " --start-at",
                    (System.nanoTime() - start) / 1e9));
            return;
        }
        List<Emitter> here = emitters.stream().filter(Emitter::here).toList();
        emitting.set(Math.max(1, here.size()));
        here.forEach(emitter -> emitter.at(start, () -> emitDue(run, emitter)));
        if (here.isEmpty()) {
            Emitter elsewhere = emitters.get(0);
            elsewhere.at(due(schedule.total()), () -> emittedOne(run, elsewhere));
        }
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
        emittedOne(run, emitter);
    }

    /** Nothing more comes of one emitter. */
    private void emittedOne(Run run, Emitter emitter) {
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
