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
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.PersistentRun;
import dev.umpire.suites.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every third-party server breaks exactly the rules that its folder lists in {@code known-failures.tsv}.
 *
 * <p>What is blocked follows from what is listed, and what is not applicable from the app's capabilities: neither is
 * listed. {@link NodeServerTest} does the same for the reference implementation, whose page is for people to read.
 */
@Execution(ExecutionMode.CONCURRENT)
class ThirdPartyServersTest {
    private static final Path APPS = Path.of("../../fixtures/apps");

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EMBEDDED", "REFERENCE", "CONTAINER", "NODE", "NODE_RECOVERY"})
    void breaksOnlyTheRulesThatItsFolderLists(ServerKind kind) throws Exception {
        List<Rule> rules = Catalogue.load().rules();
        KnownFailuresFile file = listOf(kind);
        Map<String, RuleResult> results = new ConcurrentHashMap<>();

        try (PersistentRun run = start(kind)) {
            run.run(rules, result -> results.put(result.id(), result));
            // a busy machine may be to blame: once more, beside few others, but without the rules that block them
            again(run, surprising(rules, file, kind, results), results);
            // and once more alone where the harness could not tell, which says nothing of the server
            for (Rule rule : surprising(rules, file, kind, results)) {
                if (results.get(rule.id()).verdict() == Verdict.UNDECIDED) {
                    again(run, List.of(rule), results);
                }
            }
        }

        assertThat(surprises(file, kind, results.values())).isEmpty();
    }

    private static void again(PersistentRun run, List<Rule> rules, Map<String, RuleResult> results)
            throws TargetUnreachableException {
        run.run(rules, result -> {
            if (!String.valueOf(result.reason()).startsWith("blocked by ")) {
                results.put(result.id(), result);
            }
        });
    }

    private static List<Rule> surprising(
            List<Rule> rules, KnownFailuresFile file, ServerKind kind, Map<String, RuleResult> results) {
        Set<String> surprises = surprises(file, kind, results.values()).keySet();
        return rules.stream().filter(rule -> surprises.contains(rule.id())).toList();
    }

    /** What is broken and not listed, or listed and not broken, by rule. */
    private static Map<String, String> surprises(
            KnownFailuresFile file, ServerKind kind, Collection<RuleResult> results) {
        KnownFailureCheck check = new KnownFailureCheck(
                new ResultEvent.KnownFailuresListed(file.path().toString(), file.entries(), Map.of()));
        Set<String> listed = file.entries().stream().map(KnownFailure::rule).collect(Collectors.toSet());
        Map<String, String> surprises = new TreeMap<>();
        for (RuleResult result : results) {
            boolean surprising = switch (result.verdict()) {
                case FAILED, WARNED -> check.known(result).isEmpty();
                case UNDECIDED -> !listed.contains(result.id());
                case PASSED, NOTED, NOT_APPLICABLE, BLOCKED -> false;
            };
            if (surprising) {
                surprises.put(result.id(), result.verdict().label() + ": " + result.reason());
            }
        }
        TargetResults target = new TargetResults(kind.id(), null, List.copyOf(results), List.of(), List.of(), 0, null);
        check.stale(List.of(target))
                .forEach(stale -> surprises.put(stale.entry().rule(), stale.text()));
        return surprises;
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
