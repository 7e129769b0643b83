package dev.umpire.load.fanout;

import dev.umpire.fixtures.delivery.SequenceChecker.Judgement;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Sums up a run that is over. The figures are those of the time that was measured, the verdict covers the warm-up. */
public final class FanOutResult {
    private final FanOut run;
    private final FanOutSettings settings;
    private final List<Judgement> judgements;

    /** Judges what every receiver got. */
    public FanOutResult(FanOut run) {
        this.run = run;
        this.settings = run.settings();
        this.judgements = run.receivers().stream()
                .map(receiver -> receiver.judge(run.emitted()))
                .toList();
    }

    /** Whether broadcasts were emitted at all. */
    public boolean began() {
        return run.emitted() > 0;
    }

    /** How many receivers connected. */
    public int audience() {
        return run.audience();
    }

    /** Why the run ended early, or null if it did not. */
    public @Nullable String problem() {
        return run.problem();
    }

    /**
     * The figures and the verdict.
     *
     * @param gatlingReport Gatling's own HTML, relative to the result folder, or null if there is none
     */
    public LoadResult sumUp(String target, String scenario, @Nullable String gatlingReport) {
        long broadcasts = Math.max(0, run.emitted() - settings.warmUp());
        long expected = broadcasts * settings.receivers();
        Histogram deliveries = run.meter().deliveries();
        long delivered = deliveries.getTotalCount();
        return new LoadResult(
                target,
                scenario,
                1,
                new LoadWork(
                        settings.receivers(),
                        1,
                        settings.rate(),
                        settings.measured() / settings.rate(),
                        settings.payload()),
                new Deliveries(
                        broadcasts,
                        expected,
                        delivered,
                        expected - delivered,
                        run.faults().duplicated(),
                        run.faults().disordered(),
                        run.faults().strayed(),
                        run.faults().corrupted(),
                        delivered / seconds()),
                latency(run.meter().fanOuts()),
                latency(deliveries),
                run.meter().timeline(),
                List.of(),
                null,
                null,
                null,
                null,
                gatlingReport,
                verdict());
    }

    /** From the first emit to the last delivery of what was measured. */
    private double seconds() {
        long began = run.due(settings.warmUp());
        long nanos = run.meter().lastArrival(began) - began;
        return Math.max(1, nanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Why the run is not clean, or null if it is. */
    private @Nullable String verdict() {
        Faults faults = run.faults();
        Findings findings = new Findings(run.problem());
        findings.count(judgements.stream().mapToLong(Judgement::lost).sum(), "lost");
        findings.count(judgements.stream().mapToLong(Judgement::duplicated).sum(), "duplicated");
        findings.count(judgements.stream().mapToLong(Judgement::disordered).sum(), "out of order");
        findings.count(faults.strayed(), "to a client that they were not meant for");
        findings.count(faults.corrupted(), "with other arguments than were emitted");
        return findings.sentence(
                run.emitted() * settings.receivers(), faults.connectionsLost(), settings.warmUp() > 0, faults.first());
    }

    private static Latency latency(Histogram histogram) {
        return new Latency(
                histogram.getTotalCount(),
                histogram.getTotalCount() == 0 ? 0 : histogram.getMean(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getMaxValue(),
                encoded(histogram));
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}
