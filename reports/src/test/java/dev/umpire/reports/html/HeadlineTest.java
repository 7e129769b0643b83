package dev.umpire.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.umpire.reports.model.Level;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.TargetResults;
import dev.umpire.reports.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {
    @ParameterizedTest
    @MethodSource("runs")
    void claimsNoMoreThanWasJudged(String symbol, String sentence, List<TargetResults> targets) {
        // when
        Headline headline = Headline.of(new RunResults(
                new ResultEvent.RunStarted(1, "1", "2026-01-01T00:00:00Z", List.of(), List.of(), List.of(), List.of()),
                targets,
                1L,
                List.of()));

        // then
        assertThat(headline.mark().symbol() + " " + headline.text()).isEqualTo(symbol + " " + sentence);
    }

    static Stream<Arguments> runs() {
        TargetResults good = target("a", null, Verdict.PASSED, Verdict.PASSED);
        TargetResults bad = target("b", null, Verdict.PASSED, Verdict.FAILED);
        TargetResults dead = target("c", "It died.");
        return Stream.of(
                arguments("?", "No server was judged", List.of()),
                arguments("✓", "a plays by the rules: 2 rules passed", List.of(good)),
                arguments(
                        "✓",
                        "a plays by the rules: 1 of 2 rules passed, none failed",
                        List.of(target("a", null, Verdict.PASSED, Verdict.WARNED))),
                arguments("✗", "b breaks 1 rule of 2", List.of(bad)),
                arguments(
                        "✗",
                        "b breaks 1 rule of 1 and could not be judged to the end",
                        List.of(target("b", "It died.", Verdict.FAILED))),
                arguments("?", "c could not be judged", List.of(dead)),
                arguments("?", "c could not be judged to the end", List.of(target("c", "It died.", Verdict.PASSED))),
                arguments(
                        "?",
                        "a breaks no rule, but 1 of 2 could not be decided",
                        List.of(target("a", null, Verdict.PASSED, Verdict.UNDECIDED))),
                arguments(
                        "?",
                        "a offers nothing that a rule applies to",
                        List.of(target("a", null, Verdict.NOT_APPLICABLE))),
                arguments("?", "a was not judged", List.of(target("a", null))),
                arguments("✓", "All 2 servers play by the rules", List.of(good, good)),
                arguments("✗", "1 of 2 servers plays by the rules: b breaks 1 rule of 2", List.of(good, bad)),
                arguments("?", "1 of 2 servers plays by the rules: c could not be judged", List.of(good, dead)),
                arguments("✗", "None of 4 servers plays by the rules", List.of(bad, bad, dead, bad)));
    }

    private static TargetResults target(String name, @Nullable String problem, Verdict... verdicts) {
        List<RuleResult> rules = Arrays.stream(verdicts)
                .map(verdict -> new RuleResult(
                        name,
                        "A-1",
                        "a",
                        Level.MUST,
                        "SPECIFICATION",
                        "answers",
                        List.of(),
                        verdict,
                        1,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null))
                .toList();
        return new TargetResults(name, null, rules, List.of(), List.of(), 1, problem);
    }
}
