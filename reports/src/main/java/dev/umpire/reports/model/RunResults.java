package dev.umpire.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run as its results file tells it.
 *
 * @param run when, by what and how it was started
 * @param targets what happened to each target, in the order they were started
 * @param millis how long the run took, in milliseconds, or null if it never ended in an orderly way
 * @param remarks what a reader must know about the results as a whole, such as an incomplete last line
 * @param stale lines of the list of known failures that the run does not bear out
 */
public record RunResults(
        ResultEvent.RunStarted run,
        List<TargetResults> targets,
        @Nullable Long millis,
        List<String> remarks,
        List<StaleEntry> stale) {

    /** A run without a list of known failures, or one that bears it out. */
    public RunResults(
            ResultEvent.RunStarted run, List<TargetResults> targets, @Nullable Long millis, List<String> remarks) {
        this(run, targets, millis, remarks, List.of());
    }

    public RunResults {
        stale = List.copyOf(stale);
        targets = List.copyOf(targets);
        remarks = List.copyOf(remarks);
    }

    /**
     * Whether there is a target, every target is {@linkplain TargetResults#conformant() conformant}, and the list of
     * known failures, if there is one, is right.
     */
    public boolean conformant() {
        return !targets.isEmpty() && stale.isEmpty() && targets.stream().allMatch(TargetResults::conformant);
    }
}
