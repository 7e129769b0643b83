package dev.umpire.load;

import dev.umpire.cli.load.LoadEngine;
import dev.umpire.cli.load.LoadFailedException;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.cli.load.LoadProgress;
import dev.umpire.load.fanout.BroadcastSimulation;
import dev.umpire.load.fanout.FanOut;
import dev.umpire.load.fanout.FanOutResult;
import dev.umpire.load.fanout.FanOutSettings;
import dev.umpire.reports.model.LoadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Runs load scenarios on Gatling, in this process, one at a time. */
public final class GatlingEngine implements LoadEngine {
    private static final String FAN_OUT = "fan-out";

    /** Made by {@link java.util.ServiceLoader}. */
    public GatlingEngine() {}

    @Override
    public List<Scenario> scenarios() {
        return List.of(new Scenario(FAN_OUT, "One client broadcasts at a steady rate, and all others receive."));
    }

    @Override
    public OptionalDouble ceiling(LoadPlan plan) {
        return OptionalDouble.empty();
    }

    @Override
    public LoadResult run(LoadPlan plan, LoadProgress progress) throws LoadFailedException {
        if (!plan.scenario().equals(FAN_OUT)) {
            throw new LoadFailedException("there is no scenario \"" + plan.scenario() + "\", only " + FAN_OUT);
        }
        FanOut run = new FanOut(FanOutSettings.of(plan), progress);
        BroadcastSimulation.prepare(run);
        Path folder = plan.out().resolve("gatling").resolve(folderName(plan.target()));
        String report = execute(new GatlingRun(BroadcastSimulation.class, folder), plan.out());
        FanOutResult result = new FanOutResult(run);
        if (!result.began() && result.audience() == 0) {
            throw new LoadFailedException("no client could connect to " + plan.url() + ": " + result.problem());
        }
        return result.sumUp(plan.target(), plan.scenario(), report);
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

    private static String folderName(String target) {
        return target.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^-+|-+$", "");
    }
}
