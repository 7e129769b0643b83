package dev.umpire.reports.html;

import dev.umpire.reports.model.TargetInfo;
import dev.umpire.reports.model.TargetResults;
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
 * @param capabilities how many capabilities rules of the run ask for
 * @param lacks those of them that it does not declare
 * @param total how many rules got any
 * @param millis how long its rules took; 0 if unknown
 */
public record TargetCard(
        String name,
        @Nullable TargetInfo info,
        Headline headline,
        @Nullable String problem,
        List<Tally> tallies,
        int capabilities,
        List<String> lacks,
        int total,
        long millis) {

    static TargetCard of(TargetResults target, List<String> capabilities) {
        TargetInfo info = target.info();
        List<String> lacks = info == null
                ? List.of()
                : capabilities.stream()
                        .filter(capability -> !info.capabilities().contains(capability))
                        .toList();
        return new TargetCard(
                target.name(),
                target.info(),
                Headline.of(target),
                target.problem(),
                tallies(target),
                capabilities.size(),
                lacks,
                target.counts().total(),
                target.millis());
    }

    private static List<Tally> tallies(TargetResults target) {
        return Mark.tallies(target.rules().stream()
                .map(rule -> Mark.of(rule.verdict(), target.known().containsKey(rule.id())))
                .toList());
    }

    /** How many rules got one verdict. */
    public record Tally(Mark mark, int count) {}
}
