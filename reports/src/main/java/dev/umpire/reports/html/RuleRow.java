package dev.umpire.reports.html;

import dev.umpire.reports.model.Citation;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.RuleBackground;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.TargetResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule on all targets.
 *
 * @param id the rule's id, which is also its anchor
 * @param suite its suite
 * @param says the rule in words
 * @param level {@code MUST}, {@code SHOULD} or {@code MAY}
 * @param authority who says so, in words
 * @param citations where it is written
 * @param background what was known of it before it was tried, or null
 * @param failed whether any target broke it that was not expected to
 * @param keys keys of the verdicts it got, and {@code problem} if one of them wants to be looked at
 * @param cells one per target, in the targets' order
 */
public record RuleRow(
        String id,
        String suite,
        String says,
        String level,
        String authority,
        List<Citation> citations,
        @Nullable RuleBackground background,
        boolean failed,
        List<String> keys,
        List<Cell> cells) {

    /** One target's place in a row; without evidence if the target never came to this rule. */
    public record Cell(String target, String key, @Nullable Evidence evidence) {
        /** The verdict, or a mark without a symbol. */
        public Mark mark() {
            return evidence == null ? Mark.NEVER : evidence.mark();
        }
    }

    /**
     * Puts together what the targets' results say about one rule.
     *
     * @param targets all targets, in order
     * @param background what was known of it, or null
     * @param results results of this rule, at least one
     */
    static RuleRow of(List<TargetResults> targets, @Nullable RuleBackground background, List<RuleResult> results) {
        RuleResult any = results.get(0);
        Map<String, String> serverKeys =
                ServerKeys.of(targets.stream().map(TargetResults::name).toList());
        List<Cell> cells = new ArrayList<>();
        for (TargetResults judged : targets) {
            String target = judged.name();
            String key = serverKeys.get(target);
            KnownFailure known = judged.known().get(any.id());
            Optional<Evidence> evidence = results.stream()
                    .filter(result -> result.target().equals(target))
                    .findFirst()
                    .map(result -> Evidence.of(result, any.id() + "@" + key, known));
            cells.add(new Cell(target, key, evidence.orElse(null)));
        }
        List<Evidence> found =
                cells.stream().map(Cell::evidence).filter(Objects::nonNull).toList();
        List<String> keys = new ArrayList<>(
                found.stream().map(evidence -> evidence.mark().key()).distinct().toList());
        if (found.stream().anyMatch(evidence -> evidence.mark().problem())) {
            keys.add("problem");
        }
        return new RuleRow(
                any.id(),
                any.suite(),
                any.says(),
                any.level().name(),
                authority(any.authority()),
                any.citations(),
                background,
                found.stream().anyMatch(Evidence::failed),
                keys,
                cells);
    }

    /** Whether the targets did not all get the same verdict; one that never came to this rule does not count. */
    public boolean differs() {
        return cells.stream()
                        .map(Cell::evidence)
                        .filter(Objects::nonNull)
                        .map(evidence -> evidence.result().verdict())
                        .distinct()
                        .count()
                > 1;
    }

    /** What the targets that broke this rule showed. */
    public List<Evidence> failures() {
        return cells.stream()
                .map(Cell::evidence)
                .filter(Objects::nonNull)
                .filter(Evidence::failed)
                .toList();
    }

    // RFC6455 → RFC 6455, REFERENCE_IMPLEMENTATION → the reference implementation
    private static String authority(String name) {
        return name.startsWith("RFC")
                ? name.replaceFirst("RFC[ _]?", "RFC ")
                : "the " + name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
