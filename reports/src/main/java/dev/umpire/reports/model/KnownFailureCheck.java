package dev.umpire.reports.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a list of known failures against what happened. */
public final class KnownFailureCheck {
    private final ResultEvent.KnownFailuresListed list;

    /** A check by this list. */
    public KnownFailureCheck(ResultEvent.KnownFailuresListed list) {
        this.list = list;
    }

    /** A check by an empty list: nothing is known. */
    public static KnownFailureCheck ofNothing() {
        return new KnownFailureCheck(new ResultEvent.KnownFailuresListed("", List.of(), Map.of()));
    }

    /** The entry that names a rule which did not hold, and expects what it says. */
    public Optional<KnownFailure> known(RuleResult result) {
        if (!result.verdict().broken()) {
            return Optional.empty();
        }
        return list.entries().stream()
                .filter(entry -> entry.rule().equals(result.id()) && entry.covers(result.target()))
                .filter(entry -> entry.expects(result))
                .findFirst();
    }

    /** The known ones among the rules of one target, by their ids. */
    Map<String, KnownFailure> known(List<RuleResult> rules) {
        Map<String, KnownFailure> known = new HashMap<>();
        rules.forEach(rule -> known(rule).ifPresent(entry -> known.put(rule.id(), entry)));
        return known;
    }

    /**
     * The entries that the run does not bear out. An entry stays if at least one target that it covers breaks the rule
     * as expected, or leaves it open: blocked, undecided, or not tried at all, as when only a suite was run. One that
     * wavers stays where the rule holds, too.
     */
    public List<StaleEntry> stale(List<TargetResults> targets) {
        return list.entries().stream()
                .map(entry -> stale(entry, targets))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<StaleEntry> stale(KnownFailure entry, List<TargetResults> targets) {
        String meant = list.misnamed().get(entry.rule());
        if (meant != null) {
            String guess = meant.isEmpty() ? "" : " (did you mean " + meant + "?)";
            return found(entry, StaleEntry.Kind.UNKNOWN_RULE, "is no rule" + guess, null);
        }
        List<TargetResults> covered =
                targets.stream().filter(target -> entry.covers(target.name())).toList();
        if (covered.isEmpty()) {
            String names = targets.stream().map(TargetResults::name).collect(Collectors.joining(", "));
            return found(
                    entry,
                    StaleEntry.Kind.UNMATCHED,
                    "names the target " + entry.target() + ", but this run has " + names,
                    null);
        }
        List<StaleEntry> problems = new ArrayList<>();
        for (TargetResults target : covered) {
            Optional<StaleEntry> problem = target.rules().stream()
                    .filter(rule -> rule.id().equals(entry.rule()))
                    .findFirst()
                    .flatMap(rule -> stale(entry, rule));
            if (problem.isEmpty()) {
                return problem;
            }
            problems.add(problem.get());
        }
        return Optional.of(problems.get(0));
    }

    private Optional<StaleEntry> stale(KnownFailure entry, RuleResult result) {
        return switch (result.verdict()) {
            case PASSED ->
                entry.wavers()
                        ? Optional.empty()
                        : found(entry, StaleEntry.Kind.PASSED, "passes now on " + result.target(), null);
            case NOT_APPLICABLE ->
                found(entry, StaleEntry.Kind.NOT_APPLICABLE, "does not apply to " + result.target(), null);
            case BLOCKED, UNDECIDED -> Optional.empty();
            case FAILED, WARNED, NOTED ->
                entry.expects(result)
                        ? Optional.empty()
                        : found(
                                entry,
                                StaleEntry.Kind.OTHER_MESSAGE,
                                "says something else on " + result.target() + ": " + result.maskedMessage(),
                                result.maskedMessage());
        };
    }

    private Optional<StaleEntry> found(
            KnownFailure entry, StaleEntry.Kind kind, String problem, @Nullable String observed) {
        return Optional.of(new StaleEntry(list.file(), entry, kind, problem, observed));
    }
}
