package dev.umpire.load.run;

import dev.umpire.gatling.step.Samples;
import dev.umpire.load.cast.Schedule;
import dev.umpire.load.cast.Stream;
import dev.umpire.load.measure.Faults;
import dev.umpire.load.measure.InFlight;
import dev.umpire.load.measure.Lane;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The events of a run, each followed from where it is emitted to its last delivery. */
final class Events {
    private final Pacing pacing;
    private final InFlight inFlight;
    private volatile @Nullable Samples samples;

    /**
     * Events of which none was emitted yet.
     *
     * @param shared whether other injectors have a part of their receivers, so that each is kept apart
     */
    Events(Pacing pacing, boolean shared) {
        this.pacing = pacing;
        this.inFlight = new InFlight(pacing.most(), shared);
    }

    /** Where what becomes of them is logged for Gatling; nowhere before. */
    void logTo(Samples log) {
        samples = log;
    }

    /** An event is about to be emitted to so many clients. */
    void emitting(Stream stream, long number, int clients) {
        if (inFlight.emitted(pacing.event(stream.index(), number), clients)) {
            logLost(1);
        }
    }

    /** An event reached one more client that had to get it, for the first time. */
    void delivered(int stream, long number, long now, Lane lane) {
        long event = pacing.event(stream, number);
        lane.arrived(now);
        boolean last = inFlight.delivered(event);
        int step = pacing.step(event);
        long latency = now - pacing.due(event);
        if (step != Schedule.WARM_UP) {
            lane.delivery(step, latency);
        }
        if (last) {
            completed(event, step, latency, lane);
        }
    }

    private void completed(long event, int step, long nanos, Lane lane) {
        boolean measured = step != Schedule.WARM_UP;
        if (measured) {
            lane.fanOut(nanos);
            inFlight.took(event, TimeUnit.NANOSECONDS.toMicros(nanos));
        }
        Samples log = samples;
        if (log != null) {
            log.ok(measured ? "fan-out" : "fan-out, warm-up", TimeUnit.NANOSECONDS.toMillis(nanos));
        }
        pacing.completed(event);
    }

    /** Nothing more is waited for: what is still on its way is lost. */
    void end() {
        logLost(inFlight.incomplete());
    }

    private void logLost(int events) {
        Samples log = samples;
        for (int i = 0; log != null && i < Math.min(events, Faults.MOST_SAMPLES); i++) {
            log.ko("fan-out", 0, "event lost on its way to one client or more");
        }
    }

    InFlight inFlight() {
        return inFlight;
    }
}
