package dev.umpire.reports.html;

import dev.umpire.reports.model.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a verdict is shown: never by colour alone.
 *
 * @param key name for style sheets and ids, such as {@code not-applicable}
 * @param symbol one character, in brackets if it is excused
 * @param word the word beside it
 */
public record Mark(String key, String symbol, String word) {
    /** A rule that broke as a list of known failures says. */
    static final Mark KNOWN = new Mark("known", "(✗)", "known");
    /** A rule that a target never came to. */
    static final Mark NEVER = new Mark("never", "", "not run");

    /** The order in which counts are read. */
    private static final List<Mark> IN_READING_ORDER = Stream.of(
                    Stream.of(Verdict.PASSED, Verdict.FAILED).map(Mark::of),
                    Stream.of(KNOWN),
                    Stream.of(Verdict.WARNED, Verdict.NOTED, Verdict.NOT_APPLICABLE, Verdict.BLOCKED, Verdict.UNDECIDED)
                            .map(Mark::of))
            .flatMap(Function.identity())
            .toList();

    /** The mark of a verdict. */
    static Mark of(Verdict verdict) {
        String symbol = switch (verdict) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case WARNED -> "!";
            case NOTED -> "i";
            case NOT_APPLICABLE -> "–";
            case BLOCKED -> "⊘";
            case UNDECIDED -> "?";
        };
        return new Mark(verdict.label().replace(' ', '-'), symbol, verdict.label());
    }

    /** The mark of a verdict that was, or was not, expected; what is only an observation needs no excuse. */
    static Mark of(Verdict verdict, boolean known) {
        return known && (verdict == Verdict.FAILED || verdict == Verdict.WARNED) ? KNOWN : of(verdict);
    }

    /** Whether somebody should look at it: something was broken that nobody expected, or could not be judged. */
    public boolean problem() {
        return switch (key) {
            case "failed", "warned", "blocked", "undecided" -> true;
            default -> false;
        };
    }

    /** The same, known failures included. */
    public boolean broken() {
        return problem() || equals(KNOWN);
    }

    /** How often each mark occurs, those that do not left out, in the order in which counts are read. */
    static List<TargetCard.Tally> tallies(Collection<Mark> marks) {
        Map<Mark, Integer> counts =
                marks.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(mark -> 1)));
        return IN_READING_ORDER.stream()
                .filter(counts::containsKey)
                .map(mark -> new TargetCard.Tally(mark, counts.getOrDefault(mark, 0)))
                .toList();
    }

    /** The mark to look at first comes first. */
    static Comparator<Mark> worstFirst() {
        return Comparator.comparingInt(mark -> List.of(
                        "failed",
                        "undecided",
                        "blocked",
                        "warned",
                        "known",
                        "noted",
                        "not-applicable",
                        "passed",
                        "never")
                .indexOf(mark.key));
    }
}
