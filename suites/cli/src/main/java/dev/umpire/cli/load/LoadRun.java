package dev.umpire.cli.load;

import dev.umpire.fixtures.target.Target;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All scenarios on all targets. The targets are started first and then take turns, round by round, so that whatever
 * else the machine does at the time falls on all of them alike.
 */
final class LoadRun {
    private final LoadEngine engine;
    private final WorkOptions work;
    private final Expectations expectations;
    private final Calibration calibration;
    private final Interruption interruption;
    private final ResultLog log;
    private final @Nullable Injector injector;
    private final Path folder;

    LoadRun(
            LoadEngine engine,
            WorkOptions work,
            Expectations expectations,
            Calibration calibration,
            Interruption interruption,
            ResultLog log,
            @Nullable Injector injector,
            Path folder) {
        this.engine = engine;
        this.work = work;
        this.expectations = expectations;
        this.calibration = calibration;
        this.interruption = interruption;
        this.log = log;
        this.injector = injector;
        this.folder = folder;
    }

    /** Runs to the end, and stops every target that it started. */
    void run(List<Contender> contenders, List<String> scenarios, int rounds) {
        try {
            contenders.forEach(Contender::start);
            for (LoadEngine.Scenario scenario : chosen(scenarios)) {
                for (int round = 1; round <= rounds; round++) {
                    for (Contender contender : contenders) {
                        turn(contender, scenario, round, rounds);
                    }
                }
            }
            for (Contender contender : contenders) {
                scenarios.forEach(scenario -> judge(contender, scenario));
            }
        } finally {
            contenders.forEach(Contender::finish);
        }
    }

    private List<LoadEngine.Scenario> chosen(List<String> names) {
        return names.stream()
                .flatMap(name -> engine.scenarios().stream()
                        .filter(scenario -> scenario.name().equals(name)))
                .toList();
    }

    private void turn(Contender contender, LoadEngine.Scenario scenario, int round, int rounds) {
        Target target = contender.ready(scenario);
        if (target == null || interruption.requested()) {
            return;
        }
        LoadPlan plan = work.plan(
                scenario.name(),
                contender.name(),
                target.url(),
                round,
                expectations.tolerance(),
                injector,
                target.process().orElse(null),
                folder);
        calibration.prepare(plan);
        if (interruption.requested()) {
            return;
        }
        String label = contender.name() + " " + scenario.name() + (rounds == 1 ? "" : " round " + round + "/" + rounds)
                + (injector == null ? "" : " " + injector.words());
        contender.take(plan, label, engine, calibration);
    }

    private void judge(Contender contender, String scenario) {
        expectations
                .judge(contender.name(), scenario, contender.measured(scenario))
                .forEach(expectation -> log.append(new ResultEvent.LoadExpected(expectation)));
    }
}
