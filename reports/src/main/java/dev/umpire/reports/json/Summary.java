package dev.umpire.reports.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.LoadExpectation;
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
        List<LoadComparison> comparisons = LoadComparison.of(results);
        return new Summary(
                results.conformant(),
                results.stale().stream().map(Stale::of).toList(),
                results.targets().stream()
                        .map(target -> Target.of(target, comparisons))
                        .toList());
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
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LoadSummary> loads,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Expectation> expectations) {

        static Target of(TargetResults target, List<LoadComparison> comparisons) {
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
                    LoadSummary.of(target, comparisons),
                    target.expectations().stream().map(Expectation::of).toList());
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

    record Expectation(String scenario, String wanted, String observed, boolean met) {
        static Expectation of(LoadExpectation expectation) {
            return new Expectation(
                    expectation.scenario(), expectation.wanted(), expectation.observed(), expectation.met());
        }
    }
}
