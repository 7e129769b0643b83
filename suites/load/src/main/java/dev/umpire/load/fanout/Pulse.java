package dev.umpire.load.fanout;

import dev.umpire.cli.load.LoadProgress;
import dev.umpire.cli.load.LoadProgress.Moment;
import dev.umpire.cli.load.LoadProgress.Phase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Beats once a second while broadcasts are emitted: one point of the timeline, one word of progress. */
final class Pulse {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final FanOut run;
    private final LoadProgress progress;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread pulse = new Thread(task, "load-pulse");
        pulse.setDaemon(true);
        return pulse;
    });
    private @Nullable ScheduledFuture<?> beats;
    private long arrivedBefore;
    private volatile long beatBefore;

    Pulse(FanOut run, LoadProgress progress) {
        this.run = run;
        this.progress = progress;
    }

    /** Starts so that one beat falls on the beginning of what is measured, and none right at the start. */
    void start() {
        long now = System.nanoTime();
        long first = (run.due(run.settings().warmUp()) - now) % SECOND;
        long delay = first < SECOND / 2 ? first + SECOND : first;
        beatBefore = now;
        beats = thread.scheduleAtFixedRate(this::beat, delay, SECOND, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (beats != null) {
            beats.cancel(false);
        }
        thread.shutdown();
    }

    private void beat() {
        if (run.over()) {
            return;
        }
        long now = System.nanoTime();
        FanOutSettings settings = run.settings();
        boolean warm = now - run.due(settings.warmUp()) >= SECOND / 2;
        long p99 = warm ? run.meter().takeSecond().p99() : 0;
        long left = Math.max(0, run.due(settings.total()) - now);
        long arrived = run.meter().arrived();
        Phase phase = run.emitted() == settings.total() ? Phase.DRAINING : warm ? Phase.MEASURING : Phase.WARMING_UP;
        Faults faults = run.faults();
        progress.at(new Moment(
                phase,
                Duration.ofNanos(left),
                (arrived - arrivedBefore) * (double) SECOND / Math.max(1, now - beatBefore),
                p99,
                arrived,
                run.meter().missing(),
                faults.duplicated() + faults.disordered() + faults.strayed() + faults.corrupted()));
        arrivedBefore = arrived;
        beatBefore = now;
    }
}
