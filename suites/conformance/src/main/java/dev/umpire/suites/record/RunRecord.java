package dev.umpire.suites.record;

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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events with which a run begins. */
public final class RunRecord {
    private RunRecord() {}

    /**
     * A run begins now.
     *
     * @param version of Umpire, or null if it was not built into a jar
     * @param command what started it
     * @param rules what it will try; none if it only measures
     */
    public static ResultEvent.RunStarted started(@Nullable String version, List<String> command, List<Rule> rules) {
        return new ResultEvent.RunStarted(
                ResultLog.SCHEMA,
                version == null ? "development" : version,
                Instant.now().toString(),
                command,
                Arrays.stream(Suite.values()).map(Suite::title).toList(),
                Backgrounds.of(rules),
                rules.isEmpty()
                        ? List.of()
                        : Coverage.load().documents().stream()
                                .map(RunRecord::coverage)
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
}
