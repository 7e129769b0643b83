package dev.umpire.reports.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.StaleEntry;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of {@code summary.json}; component names are its keys. */
record Summary(
        boolean conformant,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Stale> staleKnownFailures,
        List<Target> targets) {

    static Summary of(RunResults results) {
        return new Summary(
                results.conformant(),
                results.stale().stream().map(Stale::of).toList(),
                results.targets().stream().map(Target::of).toList());
    }

    record Target(
            String name,
            @Nullable String url,
            @Nullable String tier,
            Counts counts,
            long knownFailures,
            long millis,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem,

            List<Rule> rules,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Load> loads) {

        static Target of(TargetResults target) {
            TargetInfo info = target.info();
            return new Target(
                    target.name(),
                    info == null ? null : info.url(),
                    info == null ? null : info.tier(),
                    Counts.of(target.counts()),
                    target.knownFailures(),
                    target.millis(),
                    target.problem(),
                    target.rules().stream()
                            .map(rule -> Rule.of(rule, target.known().get(rule.id())))
                            .toList(),
                    target.loads().stream().map(Load::of).toList());
        }
    }

    record Counts(int passed, int failed, int warned, int noted, int notApplicable, int blocked, int undecided) {
        static Counts of(dev.umpire.reports.model.Counts counts) {
            return new Counts(
                    counts.of(Verdict.PASSED),
                    counts.of(Verdict.FAILED),
                    counts.of(Verdict.WARNED),
                    counts.of(Verdict.NOTED),
                    counts.of(Verdict.NOT_APPLICABLE),
                    counts.of(Verdict.BLOCKED),
                    counts.of(Verdict.UNDECIDED));
        }
    }

    record Rule(
            String id,
            String suite,
            Level level,
            Verdict verdict,
            long millis,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String known) {

        static Rule of(RuleResult rule, @Nullable KnownFailure known) {
            return new Rule(
                    rule.id(),
                    rule.suite(),
                    rule.level(),
                    rule.verdict(),
                    rule.millis(),
                    known == null ? null : known.reason());
        }
    }

    record Stale(String file, int line, String rule, String target, String problem) {
        static Stale of(StaleEntry stale) {
            return new Stale(
                    stale.file(),
                    stale.entry().line(),
                    stale.entry().rule(),
                    stale.entry().target(),
                    stale.problem());
        }
    }

    record Load(
            String scenario,
            boolean clean,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String problem,

            int receivers,
            double rate,
            double seconds,
            long broadcasts,
            long expected,
            long delivered,
            long lost,
            long duplicated,
            long disordered,
            long strayed,
            double deliveriesPerSecond,
            Micros fanOutMicros,
            Micros deliveryMicros) {

        static Load of(LoadResult load) {
            return new Load(
                    load.scenario(),
                    load.clean(),
                    load.problem(),
                    load.work().receivers(),
                    load.work().rate(),
                    load.work().seconds(),
                    load.deliveries().broadcasts(),
                    load.deliveries().expected(),
                    load.deliveries().arrived(),
                    load.deliveries().lost(),
                    load.deliveries().duplicated(),
                    load.deliveries().disordered(),
                    load.deliveries().strayed(),
                    load.deliveries().perSecond(),
                    Micros.of(load.fanOut()),
                    Micros.of(load.delivery()));
        }
    }

    record Micros(long count, double mean, long p50, long p90, long p99, long p999, long max) {
        static Micros of(Latency latency) {
            return new Micros(
                    latency.count(),
                    latency.mean(),
                    latency.p50(),
                    latency.p90(),
                    latency.p99(),
                    latency.p999(),
                    latency.max());
        }
    }
}
