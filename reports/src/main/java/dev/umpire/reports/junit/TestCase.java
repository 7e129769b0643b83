package dev.umpire.reports.junit;

import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TargetResults;
import org.jspecify.annotations.Nullable;

/**
 * One {@code testcase} element.
 *
 * @param name what is shown
 * @param millis how long it took
 * @param outcome what became of it
 * @param type type of a failure or error, such as {@code MUST}
 * @param message one sentence for a failure, error or skip
 * @param details everything else that is known
 */
record TestCase(
        String name,
        long millis,
        Outcome outcome,
        String type,
        @Nullable String message,
        @Nullable String details) {

    /** What JUnit's format can say about a test. */
    enum Outcome {
        PASSED,
        FAILED,
        ERROR,
        SKIPPED
    }

    static TestCase of(RuleResult rule) {
        Outcome outcome = switch (rule.verdict()) {
            // CI must not go red over a SHOULD or a MAY: these pass, with a note.
            case PASSED, WARNED, NOTED -> Outcome.PASSED;
            case FAILED -> Outcome.FAILED;
            case NOT_APPLICABLE, BLOCKED, UNDECIDED -> Outcome.SKIPPED;
        };
        return new TestCase(
                rule.id() + " " + rule.says(),
                rule.millis(),
                outcome,
                rule.level().name(),
                message(rule),
                RuleText.details(rule));
    }

    static TestCase of(LoadResult load) {
        return new TestCase(
                "load %s, %d receivers, %s broadcasts/s".formatted(load.scenario(), load.receivers(), load.rate()),
                Math.round(load.seconds() * 1000),
                load.clean() ? Outcome.PASSED : Outcome.FAILED,
                "LOAD",
                load.problem(),
                figures(load));
    }

    static TestCase ofProblem(TargetResults target, String problem) {
        return new TestCase(
                "the run against " + target.name(), target.millis(), Outcome.ERROR, "HARNESS", problem, problem);
    }

    private static @Nullable String message(RuleResult rule) {
        String why = rule.reason() != null ? rule.reason() : rule.observed();
        return switch (rule.verdict()) {
            case PASSED -> null;
            case FAILED -> why == null ? "the rule was broken" : why;
            case WARNED, NOTED, NOT_APPLICABLE, BLOCKED, UNDECIDED ->
                rule.verdict().label() + (why == null ? "" : ": " + why);
        };
    }

    private static String figures(LoadResult load) {
        return """
                broadcasts %d, deliveries expected %d, delivered %d
                lost %d, duplicated %d, disordered %d, strayed %d
                deliveries per second %.0f
                fan-out %s
                delivery %s
                """.formatted(
                        load.broadcasts(),
                        load.expected(),
                        load.delivered(),
                        load.lost(),
                        load.duplicated(),
                        load.disordered(),
                        load.strayed(),
                        load.deliveriesPerSecond(),
                        percentiles(load.fanOut()),
                        percentiles(load.delivery()));
    }

    private static String percentiles(Latency latency) {
        return "p50 %d µs, p90 %d µs, p99 %d µs, p99.9 %d µs, max %d µs"
                .formatted(latency.p50(), latency.p90(), latency.p99(), latency.p999(), latency.max());
    }
}
