package dev.umpire.reports.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run as its results file tells it.
 *
 * @param run when, by what and how it was started
 * @param targets what happened to each target, in the order they were started
 * @param millis how long the run took, in milliseconds, or null if it never ended in an orderly way
 * @param remarks what a reader must know about the file itself, such as an incomplete last line; one sentence each
 */
public record RunResults(
        ResultEvent.RunStarted run,
        List<TargetResults> targets,
        @Nullable Long millis,
        List<String> remarks) {

    public RunResults {
        targets = List.copyOf(targets);
        remarks = List.copyOf(remarks);
    }

    /** Whether there is a target and every target is {@linkplain TargetResults#conformant() conformant}. */
    public boolean conformant() {
        return !targets.isEmpty() && targets.stream().allMatch(TargetResults::conformant);
    }
}
