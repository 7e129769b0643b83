package dev.umpire.suites.proof;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.saboteur.SabotagedServer;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.rule.ConformanceRun;
import dev.umpire.suites.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Rules tried on a server that one saboteur has spoilt. */
final class SabotagedRun {
    /** On a machine that is busy with other proofs, a rule may fail at a step before its own question. */
    private static final int MOST_TRIALS = 3;

    /** What must not come is waited for in vain a thousand times: so not for long. */
    private static final Duration AWAIT = Duration.ofMillis(2500);

    private final Class<? extends Saboteur> saboteur;
    private final Profile clean;
    private final TargetOptions options;

    /**
     * Prepares such a run.
     *
     * @param clean the same server without the defect, as it was found: the rules must not be told by a spoilt
     *     handshake what to leave out
     */
    SabotagedRun(Class<? extends Saboteur> saboteur, Profile clean, TargetOptions options) {
        this.saboteur = saboteur;
        this.clean = clean;
        this.options = options;
    }

    /**
     * The results by rule id.
     *
     * @param wanted whether a result is the one to be shown: where a saboteur and a rule race, another is tried for
     */
    Map<String, RuleResult> of(List<Rule> rules, BiPredicate<Rule, RuleResult> wanted) {
        Map<String, RuleResult> results = new ConcurrentHashMap<>();
        List<Rule> open = rules;
        for (int trial = 0; trial < MOST_TRIALS && !open.isEmpty(); trial++) {
            try (SabotagedServer server = SabotagedServer.start(Saboteur.of(saboteur), options)) {
                ConformanceRun.run(
                        saboteur.getSimpleName(), profile(server), open, result -> results.put(result.id(), result));
            }
            open = open.stream()
                    .filter(rule -> meansNothing(results.get(rule.id())) || !wanted.test(rule, results.get(rule.id())))
                    .toList();
        }
        return results;
    }

    /** Whether a result is about this machine, or about a step before the rule's own question. */
    private static boolean meansNothing(RuleResult result) {
        String reason = String.valueOf(result.reason());
        return result.verdict() == Verdict.UNDECIDED || reason.startsWith("blocked by ");
    }

    private Profile profile(SabotagedServer server) {
        Timing timing = clean.timing();
        return new Profile(
                new Endpoint(server.url()),
                clean.handshake(),
                new Timing(AWAIT, timing.quiet(), timing.pingInterval(), timing.pingTimeout()),
                clean.tier(),
                clean.server(),
                clean.capabilities(),
                clean.transports());
    }
}
