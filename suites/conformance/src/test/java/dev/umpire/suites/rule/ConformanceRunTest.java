package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConformanceRunTest {
    private static final String HOLDS = "SIO-CONNECT-MAIN";
    private static final String BROKEN = "SIO-CONNECT-CUSTOM";

    private final List<Rule> rules = Catalogue.load().rules();
    private final List<RuleResult> results = new ArrayList<>();
    private final ConformanceRun run = new ConformanceRun("target", results::add);

    @Test
    void takesBackARuleThatIsBlockedByOneThatHolds() {
        given("SCOPE-ACK-IO", "SCOPE-ACK-ROOMS");

        assertThat(run.unexplained(rules)).extracting(Rule::id).containsExactly("SCOPE-ACK-IO");

        run.resolveBlocked();
        assertThat(results)
                .extracting(result -> result.id() + ' ' + result.verdict())
                .containsExactly(HOLDS + " PASSED", BROKEN + " FAILED", "SCOPE-ACK-ROOMS BLOCKED");
    }

    @Test
    void countsTheEvidenceOfARuleThatIsBlockedStill() {
        given("SCOPE-ACK-IO", "SCOPE-ACK-ROOMS");

        run.resolveBlocked();

        assertThat(results)
                .filteredOn(result -> result.id().equals("SCOPE-ACK-IO"))
                .extracting(RuleResult::verdict)
                .containsExactly(Verdict.FAILED);
    }

    private void given(String unexplained, String explained) {
        run.finished(result(HOLDS, Verdict.PASSED, null));
        run.finished(result(BROKEN, Verdict.FAILED, "expected a, but observed b"));
        run.finished(result(unexplained, Verdict.BLOCKED, "blocked by " + HOLDS + ": expected a, but observed b"));
        run.finished(result(explained, Verdict.BLOCKED, "blocked by " + BROKEN + ": expected a, but observed b"));
    }

    private static RuleResult result(String id, Verdict verdict, @Nullable String reason) {
        return new RuleResult(
                "target",
                id,
                "suite",
                Level.MUST,
                "SPECIFICATION",
                "says",
                List.of(),
                verdict,
                1,
                null,
                reason,
                null,
                null,
                List.of(),
                null);
    }
}
