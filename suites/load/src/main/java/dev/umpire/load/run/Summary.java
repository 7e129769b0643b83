package dev.umpire.load.run;

import dev.umpire.cli.load.LoadPlan;
import dev.umpire.load.cast.Conduct;
import dev.umpire.load.measure.Faults;
import dev.umpire.load.measure.Findings;
import dev.umpire.reports.merge.Latencies;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Sums up a run that is over. The figures are those of the time that was measured, the verdict covers the warm-up. */
public final class Summary {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Run run;
    private final LoadPlan plan;

    /** Of a run that is over. */
    public Summary(Run run) {
        this.run = run;
        this.plan = run.plan();
    }

    /** Why nothing could be measured, or null if something was. */
    public @Nullable String failure() {
        return run.audience().here() == 0 ? run.audience().problem() : null;
    }

    /**
     * The figures and the verdict.
     *
     * @param gatlingReport Gatling's own HTML, relative to the result folder, or null if there is none
     */
    public LoadResult sumUp(@Nullable String gatlingReport) {
        Deliveries deliveries = deliveries();
        List<Step> steps = plan.ramp() == null ? List.of() : steps();
        Knee knee = run.pulse().knees().knee(steps.size());
        String verdict = verdict();
        return new LoadResult(
                plan.target(),
                plan.scenario(),
                plan.round(),
                new LoadWork(plan.receivers(), run.emitters().size(), plan.rate(), seconds(), plan.payload()),
                deliveries,
                Latencies.of(run.meter().fanOuts()),
                Latencies.of(run.meter().deliveries()),
                run.meter().timeline(),
                steps,
                knee,
                run.pulse().expense().server(),
                run.pulse().expense().harness(),
                null,
                gatlingReport,
                tolerable() ? null : verdict,
                tolerable() ? verdict : null);
    }

    private Deliveries deliveries() {
        long broadcasts = 0;
        long expected = 0;
        for (Emitter emitter : run.emitters()) {
            long measured = emitter.emitted() - emitter.unmeasured();
            broadcasts += measured;
            expected += measured * emitter.audience();
        }
        long arrived = run.meter().deliveries().getTotalCount();
        if (run.interrupted()) {
            expected = arrived;
        }
        Faults faults = run.faults();
        return new Deliveries(
                broadcasts,
                expected,
                arrived,
                expected - arrived,
                faults.duplicated(),
                faults.disordered(),
                faults.strayed(),
                faults.corrupted(),
                arrived / seconds());
    }

    /** From the first measured event to the last delivery. */
    private double seconds() {
        long began = run.pacing().measuringBegins();
        return Math.max(1, run.meter().lastArrival(began) - began) / NANOS;
    }

    private List<Step> steps() {
        SteadyPacing pacing = (SteadyPacing) run.pacing();
        Knees knees = run.pulse().knees();
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < pacing.steps() && knees.expected(step) > 0; step++) {
            Histogram deliveries = run.meter().deliveries(step);
            double seconds = (pacing.due(pacing.first(step + 1)) - pacing.due(pacing.first(step))) / NANOS;
            steps.add(new Step(
                    pacing.rate(step),
                    seconds,
                    knees.expected(step),
                    deliveries.getTotalCount(),
                    Latencies.of(deliveries),
                    knees.broke(step) == null));
        }
        return steps;
    }

    /** Why the run is not clean, or null if it is. */
    private @Nullable String verdict() {
        Faults faults = run.faults();
        Findings findings = new Findings(trouble());
        findings.count(lost(), "lost");
        findings.count(faults.duplicated(), "duplicated");
        findings.count(faults.disordered(), "out of order");
        findings.count(faults.strayed(), "to a client that they were not meant for");
        findings.count(faults.corrupted(), "with other arguments than were emitted");
        boolean whole = !run.interrupted();
        return findings.sentence(
                run.expected(),
                whole ? faults.connectionsLost() : 0,
                !plan.warmUp().isZero(),
                whole ? faults.first() : null);
    }

    /** Whether nothing is wrong but deliveries that were allowed to be lost. */
    private boolean tolerable() {
        Faults faults = run.faults();
        long others = faults.duplicated()
                + faults.disordered()
                + faults.strayed()
                + faults.corrupted()
                + faults.connectionsLost();
        return trouble() == null && others == 0 && lost() <= plan.maxLost();
    }

    /** What is wrong with the run as a whole, or null. */
    private @Nullable String trouble() {
        boolean slow = !run.cast().members(Conduct.SLOW).isEmpty();
        return slow && run.problem() == null ? SlowReading.harm(run) : run.problem();
    }

    private long lost() {
        if (run.interrupted()) {
            return 0;
        }
        return run.receivers().stream().mapToLong(Receiver::lost).sum();
    }
}
