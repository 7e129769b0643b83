package dev.umpire.cli;

import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.reports.model.KnownFailureCheck;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.record.RunRecord;
import dev.umpire.suites.rule.AllureEvidence;
import dev.umpire.suites.rule.ConformanceRun;
import dev.umpire.suites.rule.PersistentRun;
import dev.umpire.suites.rule.Rule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One target from start to stop; whatever goes wrong with it is recorded and the next target has its turn. */
final class TargetRun {
    private final TargetSelection.Choice choice;
    private final List<Rule> rules;
    private final KnownFailureCheck known;
    private final int runs;
    private final Path allureResults;
    private final ResultLog log;
    private final PrintWriter out;
    private final Map<String, Verdict> worst = new ConcurrentHashMap<>();

    TargetRun(
            TargetSelection.Choice choice,
            List<Rule> rules,
            KnownFailureCheck known,
            int runs,
            Path allureResults,
            ResultLog log,
            PrintWriter out) {
        this.choice = choice;
        this.rules = rules;
        this.known = known;
        this.runs = runs;
        this.allureResults = allureResults;
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

    /** Starts, judges and stops the target; why that could not be done to the end, or null. */
    private @Nullable String problem() {
        try {
            return choice.ours() ? problemOfOurs() : problemOfTheirs();
        } catch (TargetUnavailableException | TargetUnreachableException e) {
            return e.getMessage();
        }
    }

    private @Nullable String problemOfOurs() throws TargetUnreachableException {
        try (PersistentRun server = PersistentRun.start(choice.name(), choice.start())) {
            log.append(RunRecord.found(choice.name(), server.profile()));
            for (int run = 1; run <= runs; run++) {
                try (Progress progress = progress(run)) {
                    server.run(rules, recorder(run, progress));
                }
            }
            return null;
        }
    }

    private @Nullable String problemOfTheirs() throws TargetUnreachableException {
        try (Target target = choice.start().get()) {
            Profile profile = Discovery.of(new Endpoint(target.url()));
            log.append(RunRecord.found(choice.name(), profile));
            boolean answered = true;
            for (int run = 1; run <= runs && answered; run++) {
                try (Progress progress = progress(run)) {
                    answered = ConformanceRun.run(choice.name(), profile, rules, recorder(run, progress));
                }
            }
            return answered ? null : "the target stopped answering before all rules were tried" + tail(target);
        }
    }

    private Progress progress(int run) {
        if (run == 1) {
            AllureEvidence.into(allureResults);
        } else {
            AllureEvidence.nowhere(); // it would keep a hundred results of each rule
        }
        String title = runs == 1 ? choice.name() : choice.name() + " (" + run + " of " + runs + ")";
        return Progress.on(out, title, rules.size());
    }

    private Consumer<RuleResult> recorder(int run, Progress progress) {
        return result -> {
            record(result, run);
            progress.finished(result, known.known(result).orElse(null));
        };
    }

    private void record(RuleResult result, int run) {
        Verdict before = worst.get(result.id());
        if (before == null || result.verdict().worseThan(before)) {
            worst.put(result.id(), result.verdict());
            log.append(new ResultEvent.RuleFinished(result));
        }
        if (runs > 1) {
            log.append(new ResultEvent.RuleRepeated(
                    result.target(), result.id(), run, result.verdict(), result.millis(), result.marginMillis()));
        }
    }

    private static String tail(Target target) {
        String printed = target.log();
        return printed.isBlank()
                ? ""
                : "; its log ends with:\n" + printed.substring(Math.max(0, printed.length() - 2000));
    }
}
