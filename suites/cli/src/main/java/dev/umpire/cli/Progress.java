package dev.umpire.cli;

import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.RuleResult;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows how a run goes on; told of results by several threads. */
interface Progress extends AutoCloseable {

    /** A rule has its verdict, which may have been known beforehand. */
    void finished(RuleResult result, @Nullable KnownFailure known);

    @Override
    void close();

    /** A bar where somebody watches a terminal, as the launcher script can tell; plain lines otherwise. */
    static Progress on(PrintWriter out, String target, int rules) {
        return Boolean.getBoolean("umpire.terminal") && System.getenv("CI") == null
                ? new ProgressOnTerminal(out, target, rules)
                : new ProgressInLines(out, target, rules);
    }

    /** One line for a rule that did not simply hold. */
    static String line(RuleResult result, @Nullable KnownFailure known) {
        return "  " + result.verdict().label() + (known == null ? "" : " (known: " + known.reason() + ")") + "  "
                + result.id() + "  the server " + result.says()
                + (result.reason() == null ? "" : "\n          " + result.reason());
    }
}
