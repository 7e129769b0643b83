package dev.umpire.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.target.TargetUnavailableException;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.ConformanceRun;
import dev.umpire.suites.rule.Rule;
import dev.umpire.suites.rule.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Node's socket.io does differently is written down for people to read, and that page is kept true. */
class NodeServerTest {
    private static final Path PAGE = Path.of("../../fixtures/apps/node/DIVERGENCES.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([A-Z0-9-]+)` \\| (failed|warned) \\|", Pattern.MULTILINE);

    @Test
    void divergesOnlyWhereThePageSaysSo() throws Exception {
        Queue<RuleResult> results = new ConcurrentLinkedQueue<>();
        // recovery is for all namespaces there or none
        run(ServerKind.NODE, rule -> rule.suite() != Suite.RECOVERY, results);
        run(ServerKind.NODE_RECOVERY, rule -> rule.suite() == Suite.RECOVERY, results);

        Map<String, String> diverging = results.stream()
                .filter(result -> result.verdict() != Verdict.PASSED && result.verdict() != Verdict.NOTED)
                .collect(Collectors.toMap(
                        RuleResult::id, result -> result.verdict().label(), (a, b) -> a, TreeMap::new));
        assertThat(diverging).isEqualTo(written());
    }

    private static void run(ServerKind kind, Predicate<Rule> selected, Queue<RuleResult> results)
            throws TargetUnreachableException {
        List<Rule> rules = Catalogue.load().rules().stream().filter(selected).toList();
        try (Target target = node(kind)) {
            Profile profile = Discovery.of(new Endpoint(target.url()));
            boolean answered = ConformanceRun.run(kind.id(), profile, rules, results::add);
            assertThat(answered).as("the server answers to the end").isTrue();
        }
    }

    private static Target node(ServerKind kind) {
        try {
            return kind.start(TargetOptions.brisk());
        } catch (TargetUnavailableException e) {
            return abort(e.getMessage());
        }
    }

    private static Map<String, String> written() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (a, b) -> a, TreeMap::new));
    }
}
