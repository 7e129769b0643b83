package dev.umpire.load;

import dev.umpire.cli.load.Injector;
import dev.umpire.cli.load.LoadEngine;
import dev.umpire.cli.load.LoadFailedException;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.LoadProgress;
import dev.umpire.load.calibration.Calibration;
import dev.umpire.load.cast.LoadScenario;
import dev.umpire.load.cast.Part;
import dev.umpire.load.run.Account;
import dev.umpire.load.run.LoadSimulation;
import dev.umpire.load.run.Run;
import dev.umpire.load.run.Summary;
import dev.umpire.load.simulation.BinarySimulation;
import dev.umpire.load.simulation.BurstSimulation;
import dev.umpire.load.simulation.ChurnSimulation;
import dev.umpire.load.simulation.FanOutSimulation;
import dev.umpire.load.simulation.MixedSimulation;
import dev.umpire.load.simulation.RampSimulation;
import dev.umpire.load.simulation.RoomsSimulation;
import dev.umpire.load.simulation.SlowReadersSimulation;
import dev.umpire.load.simulation.StormSimulation;
import dev.umpire.reports.model.LoadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Runs load scenarios on Gatling, in this process, one at a time. */
public final class GatlingEngine implements LoadEngine {

    private final boolean reports;
    private volatile @Nullable Run running;
    private volatile @Nullable GatlingEngine calibrating;
    private volatile boolean interrupted;

    /** Made by {@link java.util.ServiceLoader}. */
    public GatlingEngine() {
        this(GatlingRun.canReport());
    }

    /** With or without Gatling's own reports, which take some seconds each. */
    GatlingEngine(boolean reports) {
        this.reports = reports;
    }

    @Override
    public List<Scenario> scenarios() {
        return Arrays.stream(LoadScenario.values())
                .map(scenario ->
                        new Scenario(scenario.label(), scenario.description(), scenario.needs(), scenario.divisible()))
                .toList();
    }

    @Override
    public LoadResult run(LoadPlan plan, LoadProgress progress) throws LoadFailedException {
        LoadScenario scenario = LoadScenario.named(plan.scenario())
                .orElseThrow(() -> new LoadFailedException("there is no scenario \"" + plan.scenario() + "\""));
        requireDivisible(plan, scenario);
        Run run = new Run(plan, scenario, progress);
        running = run;
        if (interrupted) {
            run.interrupt();
        }
        LoadSimulation.prepare(run);
        Path folder = plan.out().resolve("gatling").resolve(folderName(plan));
        String report = execute(new GatlingRun(simulation(scenario), folder, reports), plan.out());
        running = null;
        Summary summary = new Summary(run);
        if (summary.failure() != null) {
            throw new LoadFailedException("no client could connect to " + plan.url() + ": " + summary.failure());
        }
        writeShare(run, plan);
        return summary.sumUp(report);
    }

    @Override
    public void interrupt() {
        interrupted = true;
        GatlingEngine inner = calibrating;
        if (inner != null) {
            inner.interrupt();
        }
        Run run = running;
        if (run != null) {
            run.interrupt();
        }
    }

    @Override
    public OptionalDouble ceiling(LoadPlan plan) throws LoadFailedException {
        GatlingEngine inner = new GatlingEngine(false);
        calibrating = inner;
        try {
            return new Calibration(inner).ceiling(plan);
        } finally {
            calibrating = null;
        }
    }

    private static void requireDivisible(LoadPlan plan, LoadScenario scenario) throws LoadFailedException {
        Injector injector = plan.injector();
        if (injector == null) {
            return;
        }
        if (!scenario.divisible()) {
            throw new LoadFailedException("the scenario " + scenario.label() + " cannot be divided among injectors");
        }
        if (Part.of(scenario.cast(plan, injector.run()), injector).members().isEmpty()) {
            throw new LoadFailedException("there is no client left for " + injector.words()
                    + ": those who emit are all on the first. Have more receivers, or fewer injectors");
        }
    }

    /** What the results of all injectors are put together from. */
    private static void writeShare(Run run, LoadPlan plan) throws LoadFailedException {
        Injector injector = plan.injector();
        if (injector != null) {
            try {
                new Account(run, injector).share().write(plan.out());
            } catch (IOException e) {
                throw new LoadFailedException("cannot write to " + plan.out() + ": " + e.getMessage(), e);
            }
        }
    }

    private static Class<? extends LoadSimulation> simulation(LoadScenario scenario) {
        return switch (scenario) {
            case FAN_OUT -> FanOutSimulation.class;
            case STORM -> StormSimulation.class;
            case ROOMS -> RoomsSimulation.class;
            case CHURN -> ChurnSimulation.class;
            case SLOW_READERS -> SlowReadersSimulation.class;
            case MIXED -> MixedSimulation.class;
            case BINARY -> BinarySimulation.class;
            case RAMP -> RampSimulation.class;
            case BURST -> BurstSimulation.class;
        };
    }

    private static @Nullable String execute(GatlingRun gatling, Path out) throws LoadFailedException {
        try {
            Optional<Path> report = gatling.execute();
            return report.map(page -> out.relativize(page).toString().replace('\\', '/'))
                    .orElse(null);
        } catch (IOException e) {
            throw new LoadFailedException("cannot write Gatling's files under " + out + ": " + e.getMessage(), e);
        }
    }

    private static String folderName(LoadPlan plan) {
        String name = plan.target() + "-" + plan.scenario() + "-" + plan.round();
        return name.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^-+|-+$", "");
    }
}
