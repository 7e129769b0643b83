package dev.umpire.reports.html;

import dev.umpire.reports.model.Counts;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The verdict in one sentence. It claims no more than was judged.
 *
 * @param mark how it is shown
 * @param text the sentence, without a full stop
 */
public record Headline(Mark mark, String text) {
    private static final Figures FIGURES = new Figures();
    private static final Mark GOOD = new Mark("passed", "✓", "conformant");
    private static final Mark BAD = new Mark("failed", "✗", "not conformant");
    private static final Mark UNKNOWN = new Mark("undecided", "?", "not judged to the end");

    /** The sentence about a run. */
    static Headline of(RunResults results) {
        List<TargetResults> targets = results.targets();
        if (targets.isEmpty()) {
            return new Headline(UNKNOWN, "No server was judged");
        }
        if (targets.size() == 1) {
            return of(targets.get(0));
        }
        List<Headline> lines = targets.stream().map(Headline::of).toList();
        long good = lines.stream().filter(line -> line.mark.equals(GOOD)).count();
        Mark worst =
                lines.stream().anyMatch(line -> line.mark.equals(BAD)) ? BAD : good == lines.size() ? GOOD : UNKNOWN;
        if (good == lines.size()) {
            return new Headline(GOOD, "All %d servers play by the rules".formatted(lines.size()));
        }
        String count = good == 0
                ? "None of %d servers plays by the rules".formatted(lines.size())
                : "%d of %d servers %s by the rules".formatted(good, lines.size(), good == 1 ? "plays" : "play");
        String others = lines.stream()
                .filter(line -> !line.mark.equals(GOOD))
                .map(Headline::text)
                .collect(Collectors.joining("; "));
        return new Headline(worst, lines.size() > 4 ? count : count + ": " + others);
    }

    /** The sentence about one target. */
    static Headline of(TargetResults target) {
        Counts counts = target.counts();
        int failed = counts.of(Verdict.FAILED);
        if (failed > 0) {
            String text = "%s breaks %s of %d".formatted(target.name(), FIGURES.plural(failed, "rule"), counts.total());
            return new Headline(BAD, target.problem() == null ? text : text + " and could not be judged to the end");
        }
        if (target.problem() != null) {
            return new Headline(
                    UNKNOWN,
                    target.name() + (counts.total() == 0 ? " could not be judged" : " could not be judged to the end"));
        }
        if (!target.conformant()) {
            return new Headline(BAD, target.name() + " does not deliver cleanly under load");
        }
        return counts.total() == 0 ? ofLoad(target) : ofRules(target, counts);
    }

    private static Headline ofRules(TargetResults target, Counts counts) {
        int open = counts.of(Verdict.UNDECIDED) + counts.of(Verdict.BLOCKED);
        if (open > 0) {
            return new Headline(
                    UNKNOWN,
                    "%s breaks no rule, but %d of %d could not be decided"
                            .formatted(target.name(), open, counts.total()));
        }
        int passed = counts.of(Verdict.PASSED);
        if (passed == 0) {
            return new Headline(UNKNOWN, "No rule applied to " + target.name());
        }
        return new Headline(
                GOOD,
                target.name() + " plays by the rules: "
                        + (passed == counts.total()
                                ? FIGURES.plural(passed, "rule") + " passed"
                                : "%d of %d rules passed, none failed".formatted(passed, counts.total())));
    }

    private static Headline ofLoad(TargetResults target) {
        if (target.loads().isEmpty()) {
            return new Headline(UNKNOWN, "Nothing was judged on " + target.name());
        }
        long delivered =
                target.loads().stream().mapToLong(LoadResult::delivered).sum();
        return new Headline(
                GOOD,
                "%s delivers cleanly under load: %s, none lost, doubled or out of order"
                        .formatted(
                                target.name(),
                                delivered == 1 ? "1 delivery" : FIGURES.count(delivered) + " deliveries"));
    }
}
