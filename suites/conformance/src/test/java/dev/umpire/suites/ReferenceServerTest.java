package dev.umpire.suites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.ConformanceRun;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reference server keeps every rule, and every rule applies to it. */
class ReferenceServerTest {

    @TestFactory
    Stream<DynamicTest> keepsEveryRule() throws Exception {
        Queue<RuleResult> results = new ConcurrentLinkedQueue<>();
        try (Target target = ServerKind.EMBEDDED.start(TargetOptions.brisk())) {
            Profile profile = Discovery.of(new Endpoint(target.url()));
            boolean answered =
                    ConformanceRun.run("embedded", profile, Catalogue.load().rules(), results::add);
            assertThat(answered).as("the server answers to the end").isTrue();
        }
        return results.stream()
                .map(result -> DynamicTest.dynamicTest(result.id(), () -> {
                    assertThat(result.verdict()).as(result.reason()).isEqualTo(Verdict.PASSED);
                }));
    }
}
