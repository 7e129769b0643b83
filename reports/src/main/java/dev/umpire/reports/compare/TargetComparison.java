package dev.umpire.reports.compare;

import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changed on one target.
 *
 * @param name its name in the new run, or in the old one if the new run does not have it
 * @param formerName its name in the old run where that is another one, otherwise null
 * @param vanished whether only the old run has it
 * @param changes the rules of which something changed, the most urgent first
 * @param same how many rules did not change
 * @param problem why the new run could not judge it to the end, or null
 */
public record TargetComparison(
        String name,
        @Nullable String formerName,
        boolean vanished,
        List<Change> changes,
        int same,
        @Nullable String problem) {

    public TargetComparison {
        changes = List.copyOf(changes);
    }

    /** How many changes are of a kind. */
    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    static TargetComparison of(@Nullable TargetResults before, @Nullable TargetResults after) {
        Map<String, RuleResult> old = byId(before);
        Map<String, RuleResult> now = byId(after);
        Set<String> ids = Stream.concat(
                        after == null ? Stream.empty() : after.rules().stream(),
                        before == null ? Stream.empty() : before.rules().stream())
                .map(RuleResult::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Change> changes = ids.stream()
                .map(id -> change(old.get(id), now.get(id)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Change::kind))
                .toList();
        String name = after != null ? after.name() : before != null ? before.name() : "";
        boolean renamed = before != null && !before.name().equals(name);
        return new TargetComparison(
                name,
                renamed ? before.name() : null,
                after == null,
                changes,
                ids.size() - changes.size(),
                after == null ? null : after.problem());
    }

    private static Map<String, RuleResult> byId(@Nullable TargetResults target) {
        return target == null
                ? Map.of()
                : target.rules().stream().collect(Collectors.toMap(RuleResult::id, Function.identity()));
    }

    private static Optional<Change> change(@Nullable RuleResult before, @Nullable RuleResult after) {
        if (after == null) {
            return before == null
                    ? Optional.empty()
                    : Optional.of(changed(Change.Kind.GONE, before, before.verdict(), null));
        }
        if (before == null) {
            return Optional.of(changed(Change.Kind.NEW, after, null, after.verdict()));
        }
        return kind(before, after).map(kind -> changed(kind, after, before.verdict(), after.verdict()));
    }

    private static Optional<Change.Kind> kind(RuleResult before, RuleResult after) {
        if (before.verdict() == after.verdict()) {
            return after.verdict().broken() && !after.maskedMessage().equals(before.maskedMessage())
                    ? Optional.of(Change.Kind.OTHERWISE)
                    : Optional.empty();
        }
        return Optional.of(kind(before.verdict(), after.verdict()));
    }

    /** What it means that a verdict became another one. */
    private static Change.Kind kind(Verdict before, Verdict after) {
        if (before == Verdict.PASSED && after == Verdict.BLOCKED) {
            return Change.Kind.BLOCKED;
        }
        if (!isOpen(before) && after == Verdict.UNDECIDED) {
            return Change.Kind.UNDECIDED;
        }
        if (isOpen(before) || isOpen(after)) {
            return Change.Kind.UNCLEAR;
        }
        return after.worseThan(before) ? Change.Kind.WORSE : Change.Kind.BETTER;
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict == Verdict.BLOCKED || verdict == Verdict.UNDECIDED;
    }

    private static Change changed(
            Change.Kind kind, RuleResult rule, @Nullable Verdict before, @Nullable Verdict after) {
        return new Change(kind, rule.id(), rule.says(), before, after, rule.message());
    }
}
