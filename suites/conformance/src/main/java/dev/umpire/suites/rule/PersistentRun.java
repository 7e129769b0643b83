package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.reports.model.RuleResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.platform.launcher.TestExecutionListener;

/**
 * Runs rules against a server that Umpire starts: one that a rule brings down is started again for the others.
 *
 * <p>Rules run beside each other, so that at first it is not known whose fault it was. Those that were being tried are
 * tried again, half of them at a time, until one of them is alone with a fresh server; if that ends, the rule is
 * broken. A rule whose way is blocked by what another rule covers, though that rule holds, met the traces of its
 * neighbours: it is tried again on a fresh server, and what it says at last stands.
 */
public final class PersistentRun implements AutoCloseable {
    /** A server that locks up now and then does so again while these are tried. */
    private static final int FURTHER_ATTEMPTS = 3;

    private final String name;
    private final Supplier<Target> starter;
    private Target target;
    private Profile profile;
    private boolean fresh = true;

    private PersistentRun(String name, Supplier<Target> starter, Target target) throws TargetUnreachableException {
        this.name = name;
        this.starter = starter;
        this.target = target;
        this.profile = Discovery.of(new Endpoint(target.url()));
    }

    /**
     * Starts the server and finds out what it offers.
     *
     * @param name name of the target in the results
     * @param starter starts a new one each time
     * @throws TargetUnreachableException if it does not answer as a Socket.IO server
     */
    public static PersistentRun start(String name, Supplier<Target> starter) throws TargetUnreachableException {
        Target target = starter.get();
        try {
            return new PersistentRun(name, starter, target);
        } catch (TargetUnreachableException | RuntimeException e) {
            target.close();
            throw e;
        }
    }

    /** Returns what the server offers. */
    public Profile profile() {
        return profile;
    }

    /**
     * Runs rules as {@link ConformanceRun} does.
     *
     * @param results called from several threads
     * @throws TargetUnreachableException if the server went down and did not come up again
     */
    public void run(List<Rule> rules, Consumer<RuleResult> results, TestExecutionListener... listeners)
            throws TargetUnreachableException {
        ConformanceRun run = ConformanceRun.restartable(name, results);
        try {
            for (List<Rule> round : Rounds.of(rules)) {
                tryOut(run, round, listeners);
            }
            tryOutAgain(run, rules, listeners);
        } finally {
            run.resolveBlocked();
        }
    }

    @Override
    public void close() {
        target.close();
    }

    private void tryOutAgain(ConformanceRun run, List<Rule> rules, TestExecutionListener... listeners)
            throws TargetUnreachableException {
        for (int attempt = 0; attempt < FURTHER_ATTEMPTS; attempt++) {
            for (List<Rule> round : Rounds.of(run.unexplained(rules))) {
                startAgain();
                tryOut(run, round, listeners);
            }
        }
    }

    private void tryOut(ConformanceRun run, List<Rule> rules, TestExecutionListener... listeners)
            throws TargetUnreachableException {
        if (rules.isEmpty()) {
            return;
        }
        if (rules.size() == 1 && !fresh) {
            startAgain();
        }
        Map<String, RuleResult> unfinished = new ConcurrentHashMap<>();
        fresh = false;
        boolean answered = run.tryOut(
                profile,
                rules,
                result -> {
                    if (Trial.WENT.equals(result.reason()) || Trial.GONE.equals(result.reason())) {
                        unfinished.put(result.id(), result);
                    } else {
                        run.finished(result);
                    }
                },
                listeners);
        if (answered) {
            return;
        }
        if (rules.size() == 1) {
            unfinished.values().forEach(result -> run.finished(blamed(rules.get(0), result)));
            startAgain();
            return;
        }
        startAgain();
        List<Rule> suspects = with(Trial.WENT, rules, unfinished);
        int half = (suspects.size() + 1) / 2;
        tryOut(run, suspects.subList(0, half), listeners);
        tryOut(run, suspects.subList(half, suspects.size()), listeners);
        tryOut(run, with(Trial.GONE, rules, unfinished), listeners);
    }

    private static List<Rule> with(String reason, List<Rule> rules, Map<String, RuleResult> unfinished) {
        return rules.stream()
                .filter(rule -> unfinished.containsKey(rule.id())
                        && reason.equals(unfinished.get(rule.id()).reason()))
                .toList();
    }

    /** A server that ended is to blame; one that lives and does not answer may only be slow. */
    private RuleResult blamed(Rule rule, RuleResult result) {
        if (target.alive()) {
            return result;
        }
        String observed = RuleResult.SERVER_ENDED + LastWords.of(target.log());
        return ConformanceRun.judgedAnew(
                result,
                rule.level().whenBroken(),
                "expected " + result.expected() + ", but observed " + observed,
                observed);
    }

    private void startAgain() throws TargetUnreachableException {
        target.close();
        target = starter.get();
        profile = Discovery.of(new Endpoint(target.url()));
        fresh = true;
    }
}
