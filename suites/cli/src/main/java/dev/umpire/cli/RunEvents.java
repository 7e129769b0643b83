package dev.umpire.cli;

import dev.umpire.reports.model.ResultEvent;
import dev.umpire.suites.record.RunRecord;
import dev.umpire.suites.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The events that every command writes to its results. */
public final class RunEvents {
    private RunEvents() {}

    /** A command begins now. */
    public static ResultEvent.RunStarted started(CommandSpec command) {
        return started(command, List.of());
    }

    /** A command that tries rules begins now. */
    static ResultEvent.RunStarted started(CommandSpec command, List<Rule> rules) {
        List<String> words = Stream.concat(
                        Stream.of("umpire"), command.root().commandLine().getParseResult().originalArgs().stream())
                .toList();
        return RunRecord.started(Umpire.Version.text(), words, rules);
    }

    /** The milliseconds since a {@link System#nanoTime()}. */
    public static long millisSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }
}
