package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.target.Target;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rule EIO-REFUSE-VERSION-UNKNOWN says a word that the server does not bear. */
class PersistentRunTest {
    private static final String WORD = "EIO=abc";
    private static final String CULPRIT = "EIO-REFUSE-VERSION-UNKNOWN";
    private static final List<String> OTHERS = List.of(
            "EIO-OPEN-POLLING", "EIO-REFUSE-VERSION-MISSING", "EIO-REFUSE-TRANSPORT-MISSING", "SIO-CONNECT-MAIN");

    private final List<Target> started = new ArrayList<>();

    @Test
    void aRuleThatEndsTheServerIsBrokenAndNoOtherIs() throws Exception {
        // when
        Map<String, RuleResult> results = run(() -> FragileServer.endingAt(WORD));

        // then
        RuleResult culprit = results.remove(CULPRIT);
        assertThat(culprit.verdict()).isEqualTo(Verdict.WARNED);
        assertThat(culprit.observed()).isEqualTo("it ended: Error: I cannot bear " + WORD);
        assertThat(culprit.reason())
                .isEqualTo("expected the server to open sessions afterwards, but observed " + culprit.observed());
        assertThat(results).containsOnlyKeys(OTHERS);
        assertThat(results.values()).extracting(RuleResult::verdict).containsOnly(Verdict.PASSED);
        assertThat(started).hasSizeGreaterThan(1).noneMatch(Target::alive);
    }

    @Test
    void aRuleAfterWhichALivingServerIsSilentSaysNothingAboutIt() throws Exception {
        // when
        Map<String, RuleResult> results = run(() -> FragileServer.deafAfter(WORD));

        // then
        assertThat(results.remove(CULPRIT).reason()).isEqualTo("afterwards the target no longer opened a session");
        assertThat(results.values()).extracting(RuleResult::verdict).containsOnly(Verdict.PASSED);
    }

    @Test
    void aServerThatNoRuleBringsDownIsStartedOnce() throws Exception {
        // when
        Map<String, RuleResult> results = run(() -> FragileServer.endingAt("nobody says this"));

        // then
        assertThat(results.values()).extracting(RuleResult::verdict).containsOnly(Verdict.PASSED);
        assertThat(started).hasSize(1).noneMatch(Target::alive);
    }

    @Test
    void everyRuleIsJudgedOnceThoughTheServerEndsBeforeSomeWereTried() throws Exception {
        // given more rules than run beside each other
        Pattern quick = Pattern.compile("EIO-(REFUSE|OPEN|QUERY|CORS|ERROR|POST)-.*|HTTP-.*|SIO-CONNECT-.*");
        List<Rule> rules = Catalogue.load().rules().stream()
                .filter(rule ->
                        quick.matcher(rule.id()).matches() && !rule.probe().patient())
                .toList();
        Queue<String> finished = new ConcurrentLinkedQueue<>();

        // when
        try (PersistentRun run = PersistentRun.start("fragile", () -> noting(FragileServer.endingAt(WORD)))) {
            run.run(rules, result -> finished.add(result.id()));
        }

        // then
        assertThat(finished)
                .containsExactlyInAnyOrderElementsOf(
                        rules.stream().map(Rule::id).toList());
        assertThat(rules).hasSizeGreaterThan(80);
    }

    @Test
    void aServerThatDoesNotAnswerAtFirstIsStopped() {
        // given
        Supplier<Target> starter = () -> noting(FragileServer.deafAfter("EIO=4"));

        // then
        assertThatThrownBy(() -> PersistentRun.start("fragile", starter))
                .isInstanceOf(TargetUnreachableException.class);
        assertThat(started).hasSize(1).noneMatch(Target::alive);
    }

    private Map<String, RuleResult> run(Supplier<Target> starter) throws Exception {
        Map<String, RuleResult> results = new ConcurrentHashMap<>();
        try (PersistentRun run = PersistentRun.start("fragile", () -> noting(starter.get()))) {
            run.run(rules(), result -> results.put(result.id(), result));
        }
        return results;
    }

    private Target noting(Target target) {
        started.add(target);
        return target;
    }

    private static List<Rule> rules() {
        return Catalogue.load().rules().stream()
                .filter(rule -> rule.id().equals(CULPRIT) || OTHERS.contains(rule.id()))
                .toList();
    }
}
