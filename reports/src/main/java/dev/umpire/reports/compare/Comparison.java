package dev.umpire.reports.compare;

import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What changed from one run to another, target by target.
 *
 * @param targets the targets of the new run, and then those that only the old one has
 */
public record Comparison(List<TargetComparison> targets) {

    public Comparison {
        targets = List.copyOf(targets);
    }

    /**
     * Compares two runs. Targets are matched by name; if each run has a single one they are compared whatever their
     * names, since a port may differ each time.
     */
    public static Comparison of(RunResults before, RunResults after) {
        if (before.targets().size() == 1 && after.targets().size() == 1) {
            return new Comparison(List.of(
                    TargetComparison.of(before.targets().get(0), after.targets().get(0))));
        }
        List<TargetComparison> targets = new ArrayList<>();
        after.targets()
                .forEach(target -> targets.add(
                        TargetComparison.of(named(before, target.name()).orElse(null), target)));
        before.targets().stream()
                .filter(target -> named(after, target.name()).isEmpty())
                .forEach(target -> targets.add(TargetComparison.of(target, null)));
        return new Comparison(targets);
    }

    /** How many changes are of a kind, on all targets together. */
    public long count(Change.Kind kind) {
        return targets.stream().mapToLong(target -> target.count(kind)).sum();
    }

    /**
     * Whether something that was there is lost: a rule got worse on some target, or is blocked, or a target vanished.
     */
    public boolean worse() {
        return count(Change.Kind.WORSE) > 0
                || count(Change.Kind.BLOCKED) > 0
                || targets.stream().anyMatch(TargetComparison::vanished);
    }

    /** Whether the new run could not judge some target to the end, or not tell what the old one could. */
    public boolean incomplete() {
        return count(Change.Kind.UNDECIDED) > 0 || targets.stream().anyMatch(target -> target.problem() != null);
    }

    private static Optional<TargetResults> named(RunResults results, String name) {
        return results.targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst();
    }
}
