package dev.umpire.reports.html;

import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One target at the top of the page.
 *
 * @param name how the user named it
 * @param info the server as it was found, or null if it never answered
 * @param headline the verdict in one sentence
 * @param problem why the harness could not finish, or null
 * @param tallies how many rules got which verdict, those with none left out
 * @param total how many rules got any
 * @param millis how long its rules took; 0 if unknown
 */
public record TargetCard(
        String name,
        @Nullable TargetInfo info,
        Headline headline,
        @Nullable String problem,
        List<Tally> tallies,
        int total,
        long millis) {

    static TargetCard of(TargetResults target) {
        return new TargetCard(
                target.name(),
                target.info(),
                Headline.of(target),
                target.problem(),
                tallies(target),
                target.counts().total(),
                target.millis());
    }

    private static List<Tally> tallies(TargetResults target) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> new Tally(Mark.of(verdict), target.counts().of(verdict)))
                .filter(tally -> tally.count() > 0)
                .toList();
    }

    /** How many rules got one verdict. */
    public record Tally(Mark mark, int count) {}
}
