package dev.umpire.reports.html;

import dev.umpire.reports.model.Counts;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The verdict in one sentence. It claims no more than was judged.
 *
 * @param mark how it is shown
 * @param subject whom it is about
 * @param predicate what became of it, without a full stop
 */
public record Headline(Mark mark, String subject, String predicate) {
    private static final Figures FIGURES = new Figures();
    private static final Mark GOOD = new Mark("passed", "✓", "conformant");
    private static final Mark BAD = new Mark("failed", "✗", "not conformant");
    private static final Mark UNKNOWN = new Mark("undecided", "?", "not judged to the end");

    /** The whole sentence. */
    public String text() {
        return subject + " " + predicate;
    }

    /** The sentence about a run. */
    static Headline of(RunResults results) {
        Headline headline = ofTargets(results);
        return results.stale().isEmpty() || headline.mark.equals(BAD)
                ? headline
                : new Headline(
                        BAD, headline.subject, headline.predicate + ", but the list of known failures is out of date");
    }

    private static Headline ofTargets(RunResults results) {
        List<TargetResults> targets = results.targets();
        if (targets.isEmpty()) {
            return new Headline(UNKNOWN, "No server", "was judged");
        }
        List<Headline> lines = targets.stream().map(Headline::of).toList();
        if (lines.size() == 1) {
            return lines.get(0);
        }
        boolean loadOnly = targets.stream().allMatch(target -> target.rules().isEmpty());
        List<Headline> others =
                lines.stream().filter(line -> !line.mark.equals(GOOD)).toList();
        int good = lines.size() - others.size();
        String verb = good < 2
                ? (loadOnly ? "is clean under load" : "plays by the rules")
                : (loadOnly ? "are clean under load" : "play by the rules");
        if (others.isEmpty()) {
            return new Headline(GOOD, "All " + lines.size() + " servers", verb);
        }
        String subject = (good == 0 ? "None" : Integer.toString(good)) + " of " + lines.size() + " servers";
        // With many servers the table below says who did what.
        String who = others.size() > 3
                ? ""
                : others.stream().map(Headline::text).collect(Collectors.joining("; ", ": ", ""));
        boolean broken = others.stream().anyMatch(line -> line.mark.equals(BAD));
        return new Headline(broken ? BAD : UNKNOWN, subject, verb + who);
    }

    /** The sentence about one target. */
    static Headline of(TargetResults target) {
        Counts counts = target.counts();
        int failed = counts.of(Verdict.FAILED);
        String name = target.name();
        int known = Math.toIntExact(target.knownFailures());
        if (failed > known) {
            String breaks = "breaks %s of %d%s"
                    .formatted(
                            FIGURES.plural(failed, "rule"),
                            counts.total(),
                            known == 0 ? "" : ", of which %d were known".formatted(known));
            return new Headline(
                    BAD, name, target.problem() == null ? breaks : breaks + " and could not be judged to the end");
        }
        if (target.problem() != null) {
            return new Headline(
                    UNKNOWN, name, counts.total() == 0 ? "could not be judged" : "could not be judged to the end");
        }
        if (!target.delivers()) {
            return new Headline(
                    BAD,
                    name,
                    target.rules().isEmpty()
                            ? "does not deliver cleanly"
                            : "breaks no rule, but does not deliver cleanly");
        }
        if (!target.meetsExpectations()) {
            long unmet = target.expectations().stream()
                    .filter(expectation -> !expectation.met())
                    .count();
            return new Headline(
                    BAD,
                    name,
                    "%s, but misses %d of %s"
                            .formatted(
                                    target.rules().isEmpty() ? "delivers cleanly" : "breaks no rule",
                                    unmet,
                                    FIGURES.plural(target.expectations().size(), "expectation")));
        }
        return counts.total() == 0 ? ofLoad(target) : ofRules(target, counts);
    }

    private static Headline ofRules(TargetResults target, Counts counts) {
        long known = target.knownFailures();
        String breaks = "breaks no rule" + (known == 0 ? "" : " but " + FIGURES.plural(known, "known one"));
        int open = counts.of(Verdict.UNDECIDED) + counts.of(Verdict.BLOCKED);
        if (open > 0) {
            return new Headline(
                    UNKNOWN,
                    target.name(),
                    "%s, but %d of %d could not be decided".formatted(breaks, open, counts.total()));
        }
        int passed = counts.of(Verdict.PASSED);
        if (passed == 0) {
            return new Headline(UNKNOWN, target.name(), "offers nothing that a rule applies to");
        }
        if (known > 0) {
            return new Headline(GOOD, target.name(), breaks);
        }
        String rules = passed == counts.total()
                ? FIGURES.plural(passed, "rule") + " passed"
                : "%d of %d rules passed, none failed".formatted(passed, counts.total());
        return new Headline(GOOD, target.name(), "plays by the rules: " + rules);
    }

    private static Headline ofLoad(TargetResults target) {
        if (target.loads().isEmpty()) {
            return new Headline(UNKNOWN, target.name(), "was not judged");
        }
        long delivered = target.loads().stream()
                .mapToLong(load -> load.deliveries().arrived())
                .sum();
        return new Headline(
                GOOD,
                target.name(),
                "delivers cleanly under load: %s deliveries, none lost, doubled or out of order"
                        .formatted(FIGURES.count(delivered)));
    }
}
