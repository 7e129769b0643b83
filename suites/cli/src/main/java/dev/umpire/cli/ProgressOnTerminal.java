package dev.umpire.cli;

import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** For people: a bar that grows, and above it the rules that did not hold. */
final class ProgressOnTerminal implements Progress {
    private final PrintWriter out;
    private final ProgressBar bar;

    ProgressOnTerminal(PrintWriter out, String target, int rules) {
        this.out = out;
        this.bar = new ProgressBarBuilder()
                .setTaskName(target)
                .setInitialMax(rules)
                .setUnit(" rules", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .build();
    }

    @Override
    public synchronized void finished(RuleResult result, @Nullable KnownFailure known) {
        if (result.verdict() == Verdict.FAILED || result.verdict() == Verdict.WARNED) {
            out.print("\r\u001b[K");
            out.println(Progress.line(result, known));
            out.flush();
        }
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
