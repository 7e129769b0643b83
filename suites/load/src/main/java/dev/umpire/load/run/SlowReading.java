package dev.umpire.load.run;

import dev.umpire.gatling.connection.SocketIoConnection;
import dev.umpire.load.measure.Gate;
import io.netty.channel.EventLoop;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A client that reads during the first step, and not during the second. */
final class SlowReading {
    /** The step during which slow clients read, and the one during which they do not. */
    private static final int READING = 0;

    private static final int STALLED = 1;

    /** By how much the median of the others must rise before they are said to suffer. */
    private static final int MUCH = 20;

    /** Which part of the time without reading the median must reach besides. */
    private static final int PART = 10;

    private final SteadyPacing pacing;
    private final SocketIoConnection connection;
    private final EventLoop eventLoop;
    private @Nullable ScheduledFuture<?> stop;

    private SlowReading(SteadyPacing pacing, SocketIoConnection connection, EventLoop eventLoop) {
        this.pacing = pacing;
        this.connection = connection;
        this.eventLoop = eventLoop;
    }

    static SlowReading of(Pacing pacing, SocketIoConnection connection, EventLoop eventLoop) {
        return new SlowReading((SteadyPacing) pacing, connection, eventLoop);
    }

    /** Stops reading some time after the one gate opens, until the other one does. */
    void between(Gate started, Gate quiet) {
        started.whenOpen(() -> eventLoop.execute(this::stopInTime));
        quiet.whenOpen(() -> eventLoop.execute(this::readAgain));
    }

    private void stopInTime() {
        long wait = Math.max(0, pacing.due(pacing.first(STALLED)) - System.nanoTime());
        stop = eventLoop.schedule(() -> connection.reading(false), wait, TimeUnit.NANOSECONDS);
    }

    private void readAgain() {
        if (stop != null) {
            stop.cancel(false);
        }
        connection.reading(true);
    }

    /** Whether the others suffered, in words, or null if they did not. */
    static @Nullable String harm(Run run) {
        SteadyPacing pacing = (SteadyPacing) run.pacing();
        Histogram before = run.meter().deliveries(READING);
        Histogram stalled = run.meter().deliveries(STALLED);
        if (before.getTotalCount() == 0 || stalled.getTotalCount() == 0) {
            return null;
        }
        long micros = TimeUnit.NANOSECONDS.toMicros(
                pacing.due(pacing.first(STALLED + 1)) - pacing.due(pacing.first(STALLED)));
        long median = stalled.getValueAtPercentile(50);
        boolean suffered = median > MUCH * before.getValueAtPercentile(50) && median > micros / PART;
        return suffered
                ? String.format(
                        Locale.ROOT,
                        "the others suffered: half of their deliveries took more than %.0f ms while some clients did not"
                                + " read, and %.1f ms before",
                        median / 1e3,
                        before.getValueAtPercentile(50) / 1e3)
                : null;
    }
}
