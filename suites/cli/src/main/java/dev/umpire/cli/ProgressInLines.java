package dev.umpire.cli;

import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.io.PrintWriter;

/** For logs: a line for each rule that did not hold, and nothing that moves. */
final class ProgressInLines implements Progress {
    private final PrintWriter out;

    ProgressInLines(PrintWriter out, String target, int rules) {
        this.out = out;
        out.println(target + ": " + rules + " rules");
        out.flush();
    }

    @Override
    public synchronized void finished(RuleResult result) {
        if (result.verdict() != Verdict.PASSED && result.verdict() != Verdict.NOT_APPLICABLE) {
            out.println(Progress.line(result));
            out.flush();
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
