package dev.umpire.load.run;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.LoadProgress;
import dev.umpire.cli.load.LoadProgress.Moment;
import dev.umpire.cli.load.LoadProgress.Phase;
import dev.umpire.load.measure.Faults;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Beats once a second while events are emitted: one point of the timeline, one look at the processes, one word of
 * progress.
 */
final class Pulse {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Run run;
    private final LoadProgress progress;
    private final Expense expense;
    private final Knees knees;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread pulse = new Thread(task, "load-pulse");
        pulse.setDaemon(true);
        return pulse;
    });
    private @Nullable ScheduledFuture<?> beats;
    private long arrivedBefore;
    private volatile long beatBefore;

    Pulse(Run run, LoadProgress progress) {
        this.run = run;
        this.progress = progress;
        this.expense = new Expense(run.plan().process());
        this.knees = new Knees(run);
    }

    /** Starts so that one beat falls on the beginning of what is measured, and none right at the start. */
    void start() {
        LoadPlan plan = run.plan();
        long now = System.nanoTime();
        if (plan.warmUp().isZero()) {
            expense.begin(0);
        }
        long first = Math.max(0, run.pacing().measuringBegins() - now) % SECOND;
        long delay = first < SECOND / 2 ? first + SECOND : first;
        beatBefore = now;
        beats = thread.scheduleAtFixedRate(this::beat, delay, SECOND, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (beats != null) {
            beats.cancel(false);
        }
        thread.shutdown();
        expense.end(run.meter().arrived());
    }

    /** What the processes took while measuring. */
    Expense expense() {
        return expense;
    }

    /** How the steps of a ramp went. */
    Knees knees() {
        return knees;
    }

    private void beat() {
        if (run.over()) {
            return;
        }
        long now = System.nanoTime();
        boolean warm = now - run.pacing().measuringBegins() >= SECOND / 2;
        boolean begins = now - run.pacing().measuringBegins() >= -SECOND / 2;
        long arrived = run.meter().arrived();
        if (begins) {
            expense.begin(arrived);
            expense.sample();
        }
        long p99 = warm ? run.meter().takeSecond().p99() : 0;
        knees.look();
        Phase phase = run.pacing().done() ? Phase.DRAINING : warm ? Phase.MEASURING : Phase.WARMING_UP;
        Faults faults = run.faults();
        progress.at(new Moment(
                phase,
                Duration.ofNanos(run.pacing().left()),
                (arrived - arrivedBefore) * (double) SECOND / Math.max(1, now - beatBefore),
                p99,
                arrived,
                run.meter().missing(),
                faults.duplicated() + faults.disordered() + faults.strayed() + faults.corrupted()));
        arrivedBefore = arrived;
        beatBefore = now;
    }
}
