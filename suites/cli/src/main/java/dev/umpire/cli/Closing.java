package dev.umpire.cli;

import dev.umpire.reports.Reports;
import dev.umpire.reports.load.LoadComparison;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.UnreadableResultsException;
import dev.umpire.reports.model.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The end of a run: reports are written, the last lines say how it went, and the exit code follows from it. */
public final class Closing {
    private Closing() {}

    /**
     * Ends a run: writes the reports of its result folder, says how it went, and shows that on the page of the step.
     *
     * @return the exit code
     */
    public static int write(Path folder, PrintWriter out) {
        return exitCode(report(folder, out));
    }

    /** Writes the reports of a folder again. The page of the step is left alone: it has what the run appended. */
    public static int again(Path folder, PrintWriter out) {
        return exitCode(reported(folder, out).results());
    }

    /** As {@link #write}; what the reports show. */
    static RunResults report(Path folder, PrintWriter out) {
        Reports.Written written = reported(folder, out);
        try {
            StepSummary.append(Files.readString(written.markdown()), System.getenv(StepSummary.VARIABLE));
        } catch (IOException e) {
            throw new HarnessException("cannot append to " + StepSummary.VARIABLE + ": " + e.getMessage(), e);
        }
        return written.results();
    }

    private static Reports.Written reported(Path folder, PrintWriter out) {
        try {
            Reports.Written written = Reports.write(folder);
            written.results().remarks().forEach(out::println);
            written.results().targets().forEach(target -> print(target, out));
            LoadComparison.of(written.results())
                    .forEach(comparison -> LoadTable.of(comparison).forEach(out::println));
            written.results().stale().forEach(stale -> out.println("stale: " + stale.text()));
            out.println("report: " + written.index());
            out.flush();
            return written;
        } catch (UnreadableResultsException e) {
            throw new HarnessException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new HarnessException("cannot write the reports in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void print(TargetResults target, PrintWriter out) {
        if (!target.rules().isEmpty() || target.loads().isEmpty()) {
            out.println(line(target));
            Steadiness.lines(target).forEach(out::println);
        }
        LoadEntry.of(target).forEach(entry -> LoadLine.of(entry).forEach(out::println));
        target.expectations().stream()
                .filter(expectation -> !expectation.met())
                .forEach(expectation -> out.println(line(expectation)));
    }

    private static String line(LoadExpectation unmet) {
        return unmet.target() + " " + unmet.scenario() + ": NOT AS EXPECTED: wanted " + unmet.wanted() + ", observed "
                + unmet.observed();
    }

    private static String line(TargetResults target) {
        String counts = Arrays.stream(Verdict.values())
                .filter(verdict -> verdict == Verdict.PASSED
                        || verdict == Verdict.FAILED
                        || target.counts().of(verdict) > 0)
                .map(verdict -> target.counts().of(verdict) + " " + verdict.label()
                        + (verdict == Verdict.FAILED && target.knownFailures() > 0
                                ? " (" + target.knownFailures() + " known)"
                                : ""))
                .collect(Collectors.joining(", "));
        return target.name() + ": " + counts + " in " + String.format("%.1f", target.millis() / 1000.0) + " s";
    }

    /** What a run means to the shell. */
    static int exitCode(RunResults results) {
        boolean couldNotTell = results.targets().stream()
                .anyMatch(target -> target.problem() != null || target.counts().of(Verdict.UNDECIDED) > 0);
        if (couldNotTell) {
            return ExitCode.COULD_NOT_RUN;
        }
        return results.conformant() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
    }
}
