package dev.umpire.cli.load;

import dev.umpire.cli.TargetSelection;
import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.suites.record.RunRecord;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One target under load, from start to stop. Whatever goes wrong with it is kept for the results, and the others have
 * their turns. Confined to one thread.
 */
final class Contender {
    private static final int MOST_LOG = 2_000;

    private final TargetSelection.Choice choice;
    private final ResultLog log;
    private final PrintWriter out;
    private final List<LoadResult> results = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> passedOver = new HashSet<>();
    private Set<String> capabilities = Set.of();
    private @Nullable Target target;
    private long nanos;

    Contender(TargetSelection.Choice choice, ResultLog log, PrintWriter out) {
        this.choice = choice;
        this.log = log;
        this.out = out;
    }

    String name() {
        return choice.name();
    }

    /** Starts the target, unless somebody else runs it, and finds out whether it can be loaded. */
    void start() {
        long began = System.nanoTime();
        try {
            Target started = choice.start().get();
            target = started;
            Profile profile = Discovery.of(new Endpoint(started.url()));
            capabilities = profile.capabilities();
            log.append(RunRecord.found(name(), profile));
            if (!profile.tier().includes(Tier.UMPIRE)) {
                giveUp("a load run needs the conformance app, tier umpire (fixtures/CONTRACT.md), but "
                        + profile.endpoint().base() + " offers tier "
                        + profile.tier().label());
            }
        } catch (TargetUnavailableException | TargetUnreachableException e) {
            giveUp(String.valueOf(e.getMessage()));
        }
        nanos += System.nanoTime() - began;
    }

    /** The target, if it is up, can do what the scenario is about, and did not fail in it before. */
    @Nullable Target ready(LoadEngine.Scenario scenario) {
        Set<String> lacks = new TreeSet<>(scenario.needs());
        lacks.removeAll(capabilities);
        if (target != null && !lacks.isEmpty() && passedOver.add(scenario.name())) {
            say(scenario.name() + " does not apply: the conformance app does not declare the capability "
                    + String.join(", ", lacks));
        }
        return passedOver.contains(scenario.name()) ? null : target;
    }

    /** Has one round done to it and records the result. */
    void take(LoadPlan plan, String label, LoadEngine engine, Calibration calibration) {
        long began = System.nanoTime();
        try {
            LoadResult result = calibration.complete(plan, engine.run(plan, new ProgressLines(out, label)));
            results.add(result);
            log.append(new ResultEvent.LoadFinished(result));
        } catch (LoadFailedException e) {
            passedOver.add(plan.scenario());
            complain(plan.scenario() + ": " + e.getMessage());
        }
        Target loaded = target;
        if (loaded != null && !loaded.alive()) {
            giveUp("the target died during the run" + tail(loaded));
        }
        nanos += System.nanoTime() - began;
    }

    /** What the rounds of a scenario measured, or null if there are none. */
    @Nullable LoadEntry measured(String scenario) {
        List<LoadResult> found = results.stream()
                .filter(result -> result.scenario().equals(scenario))
                .toList();
        return found.isEmpty() ? null : new LoadEntry(name(), scenario, found);
    }

    /** Stops the target and records that it is done. */
    void finish() {
        stop();
        String problem = problems.isEmpty() ? null : String.join("; ", problems);
        log.append(new ResultEvent.TargetFinished(name(), nanos / 1_000_000, problem));
    }

    /** No more rounds for this one. */
    private void giveUp(String problem) {
        complain(problem);
        stop();
    }

    private void complain(String problem) {
        problems.add(problem);
        say(problem);
    }

    private void say(String what) {
        out.println(name() + ": " + what);
        out.flush();
    }

    private void stop() {
        Target started = target;
        target = null;
        if (started != null) {
            started.close();
        }
    }

    private static String tail(Target target) {
        String printed = target.log();
        return printed.isBlank()
                ? ""
                : "; its log ends with:\n" + printed.substring(Math.max(0, printed.length() - MOST_LOG));
    }
}
