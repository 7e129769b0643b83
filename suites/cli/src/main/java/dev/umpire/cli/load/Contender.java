package dev.umpire.cli.load;

import dev.umpire.cli.RunEvents;
import dev.umpire.cli.TargetSelection;
import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.suites.record.RunRecord;
import java.io.PrintWriter;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One target under load, from start to stop; whatever goes wrong with it is recorded and the next has its turn. */
final class TargetLoad {
    private static final int MOST_LOG = 2_000;

    private final TargetSelection.Choice choice;
    private final LoadEngine engine;
    private final Function<URI, LoadPlan> plans;
    private final ResultLog log;
    private final PrintWriter out;

    TargetLoad(
            TargetSelection.Choice choice,
            LoadEngine engine,
            Function<URI, LoadPlan> plans,
            ResultLog log,
            PrintWriter out) {
        this.choice = choice;
        this.engine = engine;
        this.plans = plans;
        this.log = log;
        this.out = out;
    }

    void run() {
        long began = System.nanoTime();
        String problem = problem();
        if (problem != null) {
            out.println(choice.name() + ": " + problem);
            out.flush();
        }
        log.append(new ResultEvent.TargetFinished(choice.name(), RunEvents.millisSince(began), problem));
    }

    /** Starts, measures and stops the target; why that could not be done to the end, or null. */
    private @Nullable String problem() {
        try (Target target = choice.start().get()) {
            Profile profile = Discovery.of(new Endpoint(target.url()));
            log.append(RunRecord.found(choice.name(), profile));
            if (!profile.tier().includes(Tier.UMPIRE)) {
                return "a load run needs the conformance app, tier umpire (fixtures/CONTRACT.md), but "
                        + profile.endpoint().base() + " offers tier "
                        + profile.tier().label();
            }
            LoadResult result = engine.run(plans.apply(target.url()), new ProgressLines(out, choice.name()));
            log.append(new ResultEvent.LoadFinished(result));
            return target.alive() ? null : "the target died during the run" + tail(target);
        } catch (TargetUnavailableException | TargetUnreachableException | LoadFailedException e) {
            return e.getMessage();
        }
    }

    private static String tail(Target target) {
        String printed = target.log();
        return printed.isBlank()
                ? ""
                : "; its log ends with:\n" + printed.substring(Math.max(0, printed.length() - MOST_LOG));
    }
}
