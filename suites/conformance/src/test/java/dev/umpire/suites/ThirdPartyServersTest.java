package dev.umpire.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.reports.known.KnownFailuresFile;
import dev.umpire.reports.model.KnownFailure;
import dev.umpire.reports.model.KnownFailureCheck;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.StaleEntry;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.PersistentRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every third-party server breaks exactly the rules that its folder lists in {@code known-failures.tsv}.
 *
 * <p>What is blocked follows from what is listed, and what is not applicable from the app's capabilities: neither is
 * listed. {@link NodeServerTest} does the same for the reference implementation, whose page is for people to read.
 */
class ThirdPartyServersTest {
    private static final Path APPS = Path.of("../../fixtures/apps");
    private static final Set<Verdict> BROKEN = Set.of(Verdict.FAILED, Verdict.WARNED);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EMBEDDED", "CONTAINER", "NODE", "NODE_RECOVERY"})
    void breaksOnlyTheRulesThatItsFolderLists(ServerKind kind) throws Exception {
        Queue<RuleResult> results = new ConcurrentLinkedQueue<>();

        try (PersistentRun run = start(kind)) {
            run.run(Catalogue.load().rules(), results::add);
        }

        KnownFailuresFile file = listOf(kind);
        KnownFailureCheck check = new KnownFailureCheck(
                new ResultEvent.KnownFailuresListed(file.path().toString(), file.entries(), Map.of()));
        Set<String> listed = file.entries().stream().map(KnownFailure::rule).collect(Collectors.toSet());
        assertThat(results.stream()
                        .filter(result -> result.verdict() == Verdict.UNDECIDED
                                ? !listed.contains(result.id())
                                : BROKEN.contains(result.verdict())
                                        && check.known(result).isEmpty())
                        .map(result -> result.id() + " " + result.verdict() + ": " + result.reason()))
                .as("rules that %s breaks and does not list", kind.id())
                .isEmpty();
        assertThat(check.stale(List.of(
                        new TargetResults(kind.id(), null, List.copyOf(results), List.of(), List.of(), 0, null))))
                .extracting(StaleEntry::text)
                .as("lines that %s does not bear out", kind.id())
                .isEmpty();
    }

    private static KnownFailuresFile listOf(ServerKind kind) throws IOException {
        KnownFailuresFile file = KnownFailuresFile.read(APPS.resolve(kind.id()).resolve("known-failures.tsv"));
        Catalogue catalogue = Catalogue.load();
        assertThat(file.entries())
                .as("%s: rules that there are, and the server whose folder it is", file.path())
                .allMatch(entry -> entry.target().equals(kind.id())
                        && catalogue.rule(entry.rule()).isPresent());
        return file;
    }

    private static PersistentRun start(ServerKind kind) throws TargetUnreachableException {
        try {
            return PersistentRun.start(kind.id(), () -> kind.start(TargetOptions.brisk()));
        } catch (TargetUnavailableException e) {
            return abort(e.getMessage());
        }
    }
}
