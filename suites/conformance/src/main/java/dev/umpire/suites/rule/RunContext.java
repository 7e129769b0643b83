package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.judgement.Steadiness;
import dev.umpire.fixtures.transcript.Transcript;
import dev.umpire.reports.model.RuleResult;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the rules of one run against one target share; JUnit hands its key to the extension. */
final class RunContext implements AutoCloseable {
    /** The configuration parameter under which JUnit carries the key. */
    static final String KEY = "umpire.run";

    private static final Map<String, RunContext> OPEN = new ConcurrentHashMap<>();

    private final String key = UUID.randomUUID().toString();
    private final String target;
    private final Profile profile;
    private final Steadiness steadiness;
    private final Consumer<RuleResult> results;
    private final Turns turns;
    private final Shared shared;
    private final Control control;
    private final AtomicBoolean targetGone = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, RunContext::background);

    RunContext(
            String target,
            Profile profile,
            Control control,
            Turns turns,
            Steadiness steadiness,
            Consumer<RuleResult> results) {
        this.target = target;
        this.profile = profile;
        this.steadiness = steadiness;
        this.results = results;
        this.shared = new Shared(profile);
        this.control = control;
        this.turns = turns;
        clock.setRemoveOnCancelPolicy(true);
        OPEN.put(key, this);
    }

    /** The run that a JUnit test belongs to. */
    static RunContext of(ExtensionContext context) {
        String key = context.getConfigurationParameter(KEY)
                .orElseThrow(() -> new IllegalStateException(
                        "rules are run by ConformanceRun or the umpire command, not by themselves"));
        RunContext run = OPEN.get(key);
        if (run == null) {
            throw new IllegalStateException("the run " + key + " is over");
        }
        return run;
    }

    String key() {
        return key;
    }

    String target() {
        return target;
    }

    Profile profile() {
        return profile;
    }

    Turns turns() {
        return turns;
    }

    /** What one rule talks to the target with. */
    Clients clients() {
        return new Clients(profile, shared);
    }

    /** Has something done after a while, if it is not cancelled before. */
    Future<?> after(Duration time, Runnable deed) {
        return clock.schedule(deed, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    Steadiness steadiness() {
        return steadiness;
    }

    void finished(RuleResult result) {
        results.accept(result);
    }

    /** Whether the target still opens sessions. */
    boolean targetAnswers(Transcript asker) {
        return control.targetAnswers(asker);
    }

    /** Notes that the target answers no more; rules that follow are not tried. */
    void targetIsGone() {
        targetGone.set(true);
    }

    boolean targetGone() {
        return targetGone.get();
    }

    @Override
    public void close() {
        OPEN.remove(key);
        clock.shutdownNow();
        shared.close();
    }

    private static Thread background(Runnable work) {
        Thread thread = new Thread(work, "umpire-clock");
        thread.setDaemon(true);
        return thread;
    }
}
