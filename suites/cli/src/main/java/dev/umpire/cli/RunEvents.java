package dev.umpire.cli;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.reports.model.DocumentCoverage;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.TargetInfo;
import dev.umpire.suites.coverage.Coverage;
import dev.umpire.suites.coverage.Document;
import dev.umpire.suites.rule.Backgrounds;
import dev.umpire.suites.rule.Rule;
import dev.umpire.suites.rule.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
        return new ResultEvent.RunStarted(
                ResultLog.SCHEMA,
                Umpire.Version.text(),
                Instant.now().toString(),
                Stream.concat(
                                Stream.of("umpire"),
                                command.root().commandLine().getParseResult().originalArgs().stream())
                        .toList(),
                Arrays.stream(Suite.values()).map(Suite::title).toList(),
                Backgrounds.of(rules),
                rules.isEmpty()
                        ? List.of()
                        : Coverage.load().documents().stream()
                                .map(RunEvents::coverage)
                                .toList(),
                rules.stream()
                        .flatMap(rule -> rule.capabilities().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static DocumentCoverage coverage(Document document) {
        Document.Tally tally = document.tally();
        return new DocumentCoverage(
                document.title(), document.url(), tally.sentences(), tally.withRules(), tally.excluded());
    }

    /** A target was found. */
    public static ResultEvent.TargetStarted found(String name, Profile profile) {
        return new ResultEvent.TargetStarted(new TargetInfo(
                name,
                profile.endpoint().base().toString(),
                profile.tier().label(),
                profile.server(),
                profile.capabilities().stream().sorted().toList(),
                profile.timing().pingInterval().toMillis(),
                profile.timing().pingTimeout().toMillis(),
                profile.handshake().maxPayload()));
    }

    /** The milliseconds since a {@link System#nanoTime()}. */
    public static long millisSince(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime).toMillis();
    }
}
