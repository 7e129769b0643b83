package dev.umpire.cli;

import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** For logs: a line for each rule that did not hold, and nothing that moves. */
final class ProgressInLines implements Progress {
    private static final int MOST_UNDECIDED = 3;

    private final PrintWriter out;
    private int undecided;

    ProgressInLines(PrintWriter out, String target, int rules) {
        this.out = out;
        out.println(target + ": " + rules + (rules == 1 ? " rule" : " rules"));
        out.flush();
    }

    @Override
    public synchronized void finished(RuleResult result, @Nullable KnownFailure known) {
        if (result.verdict() == Verdict.UNDECIDED && ++undecided > MOST_UNDECIDED) {
            // they share a cause, which is told at the end
            return;
        }
        if (result.verdict() != Verdict.PASSED && result.verdict() != Verdict.NOT_APPLICABLE) {
            out.println(Progress.line(result, known));
            out.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (undecided > MOST_UNDECIDED) {
            out.println("  undecided  " + (undecided - MOST_UNDECIDED) + " more rules, see the report");
        }
        out.flush();
    }
}
