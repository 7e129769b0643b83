package dev.umpire.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.PersistentRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Set<Verdict> LISTED = Set.of(Verdict.FAILED, Verdict.WARNED, Verdict.UNDECIDED);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EMBEDDED", "CONTAINER", "NODE", "NODE_RECOVERY"})
    void breaksOnlyTheRulesThatItsFolderLists(ServerKind kind) throws Exception {
        Queue<RuleResult> results = new ConcurrentLinkedQueue<>();
        try (PersistentRun run = start(kind)) {
            run.run(Catalogue.load().rules(), results::add);
        }

        Map<String, String> broken = results.stream()
                .filter(result -> LISTED.contains(result.verdict()))
                .collect(Collectors.toMap(
                        RuleResult::id,
                        result -> result.verdict().label() + ": " + result.reason(),
                        (a, b) -> a,
                        TreeMap::new));
        Set<String> listed = KnownFailures.of(APPS.resolve(kind.id()), kind.id());
        assertThat(broken.keySet())
                .as(() -> "rules that %s breaks: %s".formatted(kind.id(), broken))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    private static PersistentRun start(ServerKind kind) throws TargetUnreachableException {
        try {
            return PersistentRun.start(kind.id(), () -> kind.start(TargetOptions.brisk()));
        } catch (TargetUnavailableException e) {
            return abort(e.getMessage());
        }
    }
}
