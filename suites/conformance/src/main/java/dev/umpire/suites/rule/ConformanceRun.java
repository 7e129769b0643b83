package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Steadiness;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs rules against one target. They run beside each other, since most of their time is waiting; so a run takes about
 * as long as its longest wait.
 */
public final class ConformanceRun {
    private static final int AT_ONCE = 48;

    /** Where rules share a namespace, every broadcast of one goes to the clients of all. */
    private static final int AT_ONCE_IN_ONE_NAMESPACE = 12;

    private final String target;
    private final Consumer<RuleResult> results;
    private final boolean joining;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final List<RuleResult> blocked = new ArrayList<>();

    /** Runs rules of which one may leave the target unable to open a session. */
    ConformanceRun(String target, Consumer<RuleResult> results) {
        this(target, results, false);
    }

    private ConformanceRun(String target, Consumer<RuleResult> results, boolean joining) {
        this.target = target;
        this.results = results;
        this.joining = joining;
    }

    /**
     * Runs rules of which one may leave the target unable to let a client into the main namespace, too: such a target
     * is gone as well, and whoever started it can start it again.
     */
    static ConformanceRun restartable(String target, Consumer<RuleResult> results) {
        return new ConformanceRun(target, results, true);
    }

    private Control control(Profile profile) {
        return new Control(profile, joining && profile.tier().includes(Tier.ECHO));
    }

    /**
     * Runs rules and hands on each result as soon as it is known; a blocked rule is known when all others are.
     *
     * @param target name of the target in the results
     * @param results called from several threads
     * @return whether the target answered to the end
     */
    public static boolean run(
            String target,
            Profile profile,
            List<Rule> rules,
            Consumer<RuleResult> results,
            TestExecutionListener... listeners) {
        ConformanceRun run = new ConformanceRun(target, results);
        try {
            boolean answered = true;
            for (List<Rule> round : Rounds.of(rules)) {
                answered &= run.tryOut(profile, round, run::finished, listeners);
            }
            return answered;
        } finally {
            run.resolveBlocked();
        }
    }

    /** Tries rules and hands their results to a sink, which passes on to {@link #finished} those that stand. */
    boolean tryOut(Profile profile, List<Rule> rules, Consumer<RuleResult> sink, TestExecutionListener... listeners) {
        Turns turns = turns(profile);
        try (Steadiness steadiness = Steadiness.watching();
                RunContext context = new RunContext(target, profile, control(profile), turns, steadiness, sink)) {
            LauncherFactory.create().execute(request(context.key(), rules, turns.threads(rules)), listeners);
            return !context.targetGone();
        }
    }

    private static Turns turns(Profile profile) {
        boolean apart = profile.capabilities().contains("dynamic-namespaces") || profile.tier() != Tier.UMPIRE;
        return new Turns(apart ? AT_ONCE : AT_ONCE_IN_ONE_NAMESPACE);
    }

    private static LauncherDiscoveryRequest request(String run, List<Rule> rules, int threads) {
        List<DiscoverySelector> selectors =
                rules.stream().map(rule -> rule.probe().selector()).toList();
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                // rules are run alike in a project that has settings of its own for its tests
                .enableImplicitConfigurationParameters(false)
                .configurationParameter(RunContext.KEY, run)
                .configurationParameter("junit.jupiter.testclass.order.default", LongestFirst.class.getName())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.executor-service", "worker_thread_pool")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(threads))
                .build();
    }

    /** Takes a result that stands. */
    void finished(RuleResult result) {
        if (result.verdict() == Verdict.BLOCKED) {
            synchronized (blocked) {
                blocked.add(result);
            }
            return;
        }
        if (result.verdict() == result.level().whenBroken()) {
            broken.add(result.id());
        }
        results.accept(result);
    }

    /** Takes back the blocked rules whose obstacle is a rule that holds, so that they may be tried again. */
    List<Rule> unexplained(List<Rule> rules) {
        Set<String> ids = blocked.stream()
                .filter(result -> !explained(result))
                .map(RuleResult::id)
                .collect(Collectors.toSet());
        blocked.removeIf(result -> ids.contains(result.id()));
        return rules.stream().filter(rule -> ids.contains(rule.id())).toList();
    }

    /** Hands on the blocked rules, once all others are known. */
    void resolveBlocked() {
        blocked.forEach(result -> results.accept(explained(result) ? result : broken(result)));
    }

    /** A rule is blocked only if the rule in its way did not hold either; otherwise its own evidence counts. */
    private boolean explained(RuleResult result) {
        return Stream.concat(broken.stream(), blocked.stream().map(RuleResult::id))
                .filter(id -> !id.equals(result.id()))
                .anyMatch(id -> result.reason() != null && result.reason().startsWith("blocked by " + id + ":"));
    }

    private static RuleResult broken(RuleResult r) {
        String byItself = "blocked by " + r.id() + ": ";
        String reason = r.reason() != null && r.reason().startsWith(byItself)
                ? r.reason().substring(byItself.length())
                : r.reason();
        return judgedAnew(r, r.level().whenBroken(), reason, r.observed());
    }

    /** The same evidence under another verdict. */
    static RuleResult judgedAnew(RuleResult r, Verdict verdict, @Nullable String reason, @Nullable String observed) {
        return new RuleResult(
                r.target(),
                r.id(),
                r.suite(),
                r.level(),
                r.authority(),
                r.says(),
                r.citations(),
                verdict,
                r.millis(),
                r.marginMillis(),
                reason,
                r.expected(),
                observed,
                r.transcript(),
                r.reproducer());
    }
}
