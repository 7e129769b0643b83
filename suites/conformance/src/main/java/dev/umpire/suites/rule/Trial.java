package dev.umpire.suites.rule;

import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.Timing;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** One rule tried on one target: what it threw, or did not, becomes a verdict. */
final class Trial {
    /** The reason of a rule that was being tried when the target was found to be gone. */
    static final String WENT = "afterwards the target no longer opened a session";

    /** The reason of a rule that was not tried, as the target was gone before. */
    static final String GONE = "the target had stopped answering";

    private final RunContext run;
    private final Rule rule;
    private final Clients clients;
    private final long began = System.nanoTime();

    Trial(RunContext run, Rule rule, Clients clients) {
        this.run = run;
        this.rule = rule;
        this.clients = clients;
    }

    RuleResult judge(Invocation<Void> probe) {
        Optional<String> inapplicable = rule.inapplicableTo(run.profile());
        if (inapplicable.isPresent()) {
            probe.skip();
            return result(Verdict.NOT_APPLICABLE, inapplicable.get(), null);
        }
        if (run.targetGone()) {
            probe.skip();
            return result(Verdict.UNDECIDED, GONE, null);
        }
        RuleResult result = tryOutInTime(probe);
        if (!run.targetAnswers(clients.transcript())) {
            run.targetIsGone();
            Violation end = new Violation("the server to open sessions afterwards", "it opened none");
            return result(Verdict.UNDECIDED, WENT, end);
        }
        return result;
    }

    /** A rule that a target keeps busy for ever, with its heartbeat for instance, must not keep the run. */
    private RuleResult tryOutInTime(Invocation<Void> probe) {
        Duration most = mostTime(run.profile().timing());
        Future<?> end = run.after(most, clients::giveUp);
        RuleResult result = tryOut(probe);
        end.cancel(false);
        return clients.givenUp()
                ? result(Verdict.UNDECIDED, "the rule found no end within " + most.toSeconds() + " s", null)
                : result;
    }

    /** Far beyond what the longest rule takes on a busy machine. */
    private static Duration mostTime(Timing timing) {
        return timing.pingInterval()
                .plus(timing.pingTimeout())
                .multipliedBy(10)
                .plus(timing.await().multipliedBy(20));
    }

    private RuleResult tryOut(Invocation<Void> probe) {
        try {
            probe.proceed();
            return result(Verdict.PASSED, null, null);
        } catch (Violation e) {
            return broken(rule.level().whenBroken(), e.getMessage(), e);
        } catch (Blocked e) {
            return broken(Verdict.BLOCKED, e.getMessage(), e.violation());
        } catch (NotApplicable e) {
            return result(Verdict.NOT_APPLICABLE, e.getMessage(), null);
        } catch (Undecided e) {
            return result(Verdict.UNDECIDED, e.getMessage(), null);
        } catch (Throwable e) {
            return result(Verdict.UNDECIDED, "the harness stumbled: " + e, null);
        }
    }

    /** A violation counts only if this machine ran the harness in time. */
    private RuleResult broken(Verdict verdict, @Nullable String reason, Violation violation) {
        Duration stall = run.steadiness().longestStallSince(clients.transcript().began());
        Duration bearable = bearableStall(run.profile().timing());
        return stall.compareTo(bearable) > 0
                ? result(Verdict.UNDECIDED, "this machine stood still for " + stall.toMillis() + " ms", violation)
                : result(verdict, reason, violation);
    }

    /** Beyond this the harness may have missed a deadline of its own, or the target one of the client's. */
    private static Duration bearableStall(Timing timing) {
        Duration answers = timing.await().dividedBy(4);
        Duration pongs = timing.pingTimeout().dividedBy(2);
        return answers.compareTo(pongs) < 0 ? answers : pongs;
    }

    private RuleResult result(Verdict verdict, @Nullable String reason, @Nullable Violation violation) {
        return new RuleResult(
                run.target(),
                rule.id(),
                rule.suite().title(),
                rule.level(),
                rule.authority().name(),
                rule.says(),
                rule.citations(),
                verdict,
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                clients.margin().least().map(Duration::toMillis).orElse(null),
                reason,
                violation == null ? null : violation.expected(),
                violation == null ? null : violation.observed(),
                Evidence.of(clients.transcript()),
                violation == null ? null : Reproducer.of(clients.endpoint(), clients.transcript()));
    }
}
