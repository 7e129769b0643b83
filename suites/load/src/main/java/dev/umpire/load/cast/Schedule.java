package dev.umpire.load.cast;

import dev.umpire.cli.load.LoadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * When each event of a run is due, whatever became of those before: an open loop. The warm-up comes first, then the
 * steps that are measured, each with a rate of its own. Events of all streams are counted together, from 0.
 */
public final class Schedule {
    /** The step of an event that is not measured. */
    public static final int WARM_UP = -1;

    private final List<Double> rates = new ArrayList<>();
    private final int warmUps;
    private final long[] firsts;
    private final double[] starts;
    private final double[] gaps;

    private Schedule(List<Double> rates, List<Long> counts, int warmUps) {
        this.rates.addAll(rates);
        this.warmUps = warmUps;
        int size = rates.size();
        firsts = new long[size + 1];
        starts = new double[size + 1];
        gaps = new double[size];
        for (int i = 0; i < size; i++) {
            gaps[i] = TimeUnit.SECONDS.toNanos(1) / rates.get(i);
            firsts[i + 1] = firsts[i] + counts.get(i);
            starts[i + 1] = starts[i] + counts.get(i) * gaps[i];
        }
    }

    /** The schedule of a plan: one rate, or the steps of its ramp; slow readers read during the first of two steps. */
    public static Schedule of(LoadPlan plan, LoadScenario scenario) {
        List<Double> rates = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        int warmUps = plan.warmUpBroadcasts() > 0 ? 1 : 0;
        if (warmUps > 0) {
            rates.add(plan.rate());
            counts.add(plan.warmUpBroadcasts());
        }
        if (plan.ramp() == null) {
            long before = before(scenario, plan.measuredBroadcasts());
            if (before > 0) {
                rates.add(plan.rate());
                counts.add(before);
            }
            rates.add(plan.rate());
            counts.add(plan.measuredBroadcasts() - before);
        } else {
            for (double rate : plan.ramp().rates(plan.rate())) {
                rates.add(rate);
                counts.add(Math.max(1, Math.round(rate * plan.ramp().step().toNanos() / 1e9)));
            }
        }
        return new Schedule(rates, counts, warmUps);
    }

    private static long before(LoadScenario scenario, long events) {
        return scenario == LoadScenario.SLOW_READERS ? events / 3 : 0;
    }

    /** All events, those of the warm-up included. */
    public long total() {
        return firsts[firsts.length - 1];
    }

    /** Events that are not measured. */
    public long warmUp() {
        return firsts[warmUps];
    }

    /** When an event is due, in nanoseconds after the first. */
    public long due(long event) {
        int part = part(event);
        return (long) (starts[part] + (event - firsts[part]) * gaps[part]);
    }

    /** The step that an event belongs to, from 0, or {@link #WARM_UP}. */
    public int step(long event) {
        return Math.max(WARM_UP, part(event) - warmUps);
    }

    /** How many steps are measured. */
    public int steps() {
        return rates.size() - warmUps;
    }

    /** Events per second in a step. */
    public double rate(int step) {
        return rates.get(step + warmUps);
    }

    /** The first event of a step; that of the step after the last is {@link #total()}. */
    public long first(int step) {
        return firsts[step + warmUps];
    }

    /** When a step ends, in nanoseconds after the first event. */
    public long end(int step) {
        return (long) starts[step + warmUps + 1];
    }

    private int part(long event) {
        int part = 0;
        while (part < gaps.length - 1 && event >= firsts[part + 1]) {
            part++;
        }
        return part;
    }
}
