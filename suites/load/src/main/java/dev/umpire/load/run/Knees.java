package dev.umpire.load.run;

import dev.umpire.cli.load.Ramp;
import dev.umpire.reports.model.Knee;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Watches the steps of a ramp, and ends it after the first that the server did not hold. */
final class Knees {
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** So few may still be on their way when a step is looked at while the next one runs. */
    private static final double NEARLY_ALL = 0.99;

    private final Run run;
    private final @Nullable Ramp ramp;
    private int judged;

    Knees(Run run) {
        this.run = run;
        this.ramp = run.plan().ramp();
    }

    /** Looks at the steps that ended since. */
    void look() {
        if (ramp == null) {
            return;
        }
        SteadyPacing pacing = (SteadyPacing) run.pacing();
        long grace = ramp.p99().toNanos() + GRACE_NANOS;
        while (judged < pacing.steps() && System.nanoTime() - pacing.due(pacing.first(judged + 1)) > grace) {
            if (broke(judged, NEARLY_ALL) != null) {
                pacing.stop();
                return;
            }
            judged++;
        }
    }

    /** Why a step was not held, or null if it was; after the run. */
    @Nullable String broke(int step) {
        return broke(step, 1);
    }

    private @Nullable String broke(int step, double share) {
        SteadyPacing pacing = (SteadyPacing) run.pacing();
        if (ramp == null) {
            return null;
        }
        Histogram deliveries = run.meter().deliveries(step);
        long expected = expected(step);
        long limit = TimeUnit.NANOSECONDS.toMicros(ramp.p99().toNanos());
        String rate = String.format(Locale.ROOT, "at %.0f broadcasts/s ", pacing.rate(step));
        if (deliveries.getTotalCount() < share * expected) {
            return rate + (expected - deliveries.getTotalCount()) + " of " + expected
                    + " deliveries had not come in time";
        }
        long p99 = deliveries.getValueAtPercentile(99);
        return p99 <= limit
                ? null
                : rate + String.format(Locale.ROOT, "p99 was %.1f ms, more than %.1f ms", p99 / 1e3, limit / 1e3);
    }

    /** Deliveries that a step must bring. */
    long expected(int step) {
        SteadyPacing pacing = (SteadyPacing) run.pacing();
        long events = Math.min(pacing.first(step + 1), run.emitted()) - pacing.first(step);
        return Math.max(0, events) * run.emitters().get(0).audience();
    }

    /** Where the ramp broke; of the steps that were begun. */
    @Nullable Knee knee(int begun) {
        if (ramp == null) {
            return null;
        }
        double held = 0;
        for (int step = 0; step < begun; step++) {
            String reason = broke(step);
            if (reason != null) {
                return new Knee(held, reason);
            }
            held = ((SteadyPacing) run.pacing()).rate(step);
        }
        return new Knee(held, null);
    }
}
