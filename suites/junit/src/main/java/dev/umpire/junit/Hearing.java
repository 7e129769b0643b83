package dev.umpire.junit;

import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.target.Target;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.suites.record.RunRecord;
import dev.umpire.suites.rule.PersistentRun;
import dev.umpire.suites.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All rules being tried on one server, beside the tests that wait for their verdicts: rules overlap, so that all take
 * about as long as the longest, while JUnit runs tests one after the other.
 */
final class Hearing {
    private final String server;
    private final PersistentRun run;
    private final List<Rule> rules;
    private final ResultLog log;
    private final Map<String, CompletableFuture<RuleResult>> results;
    private final Thread thread;

    private Hearing(String server, PersistentRun run, List<Rule> rules, ResultLog log) {
        this.server = server;
        this.run = run;
        this.rules = rules;
        this.log = log;
        this.results = rules.stream().collect(Collectors.toMap(Rule::id, rule -> new CompletableFuture<>()));
        this.thread = new Thread(this::tryOut, "umpire");
    }

    /**
     * Starts the server and begins to try the rules on it.
     *
     * @param log is written, not closed
     * @throws TargetUnreachableException if what was started is no Socket.IO server
     */
    static Hearing begin(String server, Supplier<Target> starter, List<Rule> rules, ResultLog log)
            throws TargetUnreachableException {
        Hearing hearing = new Hearing(server, PersistentRun.start(server, starter), rules, log);
        hearing.thread.start();
        return hearing;
    }

    /** Waits until a rule has its result. */
    RuleResult of(Rule rule) {
        try {
            return results.get(rule.id()).join();
        } catch (CompletionException e) {
            throw new AssertionError("Umpire could not try " + rule.id() + ": " + e.getCause(), e.getCause());
        }
    }

    /** Waits until all rules have theirs. */
    List<RuleResult> all() {
        return rules.stream().map(this::of).toList();
    }

    private void tryOut() {
        long began = System.nanoTime();
        Throwable problem = null;
        log.append(RunRecord.found(server, run.profile()));
        try {
            run.run(rules, this::finished);
        } catch (TargetUnreachableException | RuntimeException | Error e) {
            problem = e;
        }
        ended(Duration.ofNanos(System.nanoTime() - began), problem);
    }

    private void finished(RuleResult result) {
        log.append(new ResultEvent.RuleFinished(result));
        results.get(result.id()).complete(result);
    }

    private void ended(Duration took, @Nullable Throwable problem) {
        log.append(new ResultEvent.TargetFinished(
                server, took.toMillis(), problem == null ? null : String.valueOf(problem.getMessage())));
        log.append(new ResultEvent.RunFinished(took.toMillis()));
        Throwable why = problem == null ? new IllegalStateException("it was left out") : problem;
        results.values().forEach(result -> result.completeExceptionally(why));
    }

    /** Waits until the last rule is done, and stops the server. */
    void end() throws InterruptedException {
        try {
            thread.join();
        } finally {
            run.close();
        }
    }
}
