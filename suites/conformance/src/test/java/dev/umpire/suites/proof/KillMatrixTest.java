package dev.umpire.suites.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.TargetUnreachableException;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.reports.model.RuleResult;
import dev.umpire.reports.model.Verdict;
import dev.umpire.suites.proof.KillMatrix.Pair;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Reach;
import dev.umpire.suites.rule.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * Every rule fails under each saboteur that it names, for the reason that {@code kills.tsv} states; other rules hold,
 * or {@code reach.tsv} says why not. With {@code -Dproof=REGEX} only for the rules and saboteurs whose names match;
 * with {@code -Dproof.others=N} so many other rules are tried under each saboteur, instead of a few.
 */
class KillMatrixTest {
    private static final List<Rule> RULES = Catalogue.load().rules();
    private static final int OTHERS = 8;

    @Test
    void everyRuleNamesASaboteur() {
        assertThat(RULES.stream().filter(rule -> rule.sabotagedBy().isEmpty()).map(Rule::id))
                .as("rules that nobody has ever seen fail")
                .isEmpty();
    }

    @Test
    void statesNothingThatIsNotProven() throws IOException {
        Set<String> named = RULES.stream()
                .flatMap(rule -> rule.sabotagedBy().stream().map(type -> rule.id() + " under " + type.getSimpleName()))
                .collect(Collectors.toSet());

        assertThat(StatedKills.read().kills().stream()
                        .map(kill -> kill.rule() + " under " + kill.saboteur())
                        .filter(pair -> !named.contains(pair)))
                .as("lines of kills.tsv about rules that do not name the saboteur")
                .isEmpty();
    }

    @Test
    void explainsOnlyWhatExists() {
        Set<Class<? extends Saboteur>> saboteurs =
                RULES.stream().flatMap(rule -> rule.sabotagedBy().stream()).collect(Collectors.toSet());

        assertThat(Reach.load().stream()
                        .filter(reach -> saboteurs.stream().noneMatch(reach::isAbout)
                                || RULES.stream()
                                        .noneMatch(rule ->
                                                reach.rules().matcher(rule.id()).matches())))
                .as("lines of reach.tsv about a saboteur or rules that are not there")
                .isEmpty();
    }

    @Test
    void everyRuleHoldsWhereSaboteursStandButDoNoHarm() throws TargetUnreachableException {
        TargetOptions options = TargetOptions.brisk();
        Map<String, RuleResult> results = new SabotagedRun(Untampered.class, cleanProfile(options), options)
                .of(RULES, (rule, result) -> result.verdict() == Verdict.PASSED);

        assertThat(results).hasSameSizeAs(RULES);
        assertThat(results.values().stream().filter(result -> result.verdict() != Verdict.PASSED))
                .as("rules that fail under every saboteur, whatever it does")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyRuleFailsUnderItsSaboteurs() throws Exception {
        StatedKills stated = StatedKills.read();
        KillMatrix matrix = proven(stated);
        KillMatrixFiles.write(matrix, stated, Path.of("target"));
        // a few others tell where to look; only whoever asks for many can tell a reach from a coincidence
        Stream<Pair> besides = Integer.getInteger("proof.others") == null ? Stream.of() : matrix.besides();
        return Stream.concat(
                matrix.expected().map(pair -> test(pair, () -> check(pair.rule(), pair.result(), stated))),
                besides.map(pair -> test(pair, () -> checkReach(pair, stated))));
    }

    private static DynamicTest test(Pair pair, Executable check) {
        return DynamicTest.dynamicTest(
                pair.rule().id() + " under " + pair.saboteur().getSimpleName(), check);
    }

    private static void checkReach(Pair pair, StatedKills stated) {
        assertThat(stated.explain(pair.saboteur(), pair.rule()))
                .as(
                        "whether the rule names this saboteur, or reach.tsv says why it falls as well: %s",
                        pair.result().reason())
                .isTrue();
    }

    private static void check(Rule rule, RuleResult result, StatedKills stated) {
        assertThat(result.verdict())
                .as("verdict on a server that %s (%s)", result.target(), result.reason())
                .isEqualTo(rule.level().whenBroken());
        assertThat(result.reason()).doesNotStartWith("blocked by");
        Kill kill = Kill.of(result);
        assertThat(stated.ofSamePair(kill))
                .as("%s, among the lines of kills.tsv, for: %s", kill.line(), result.reason())
                .anyMatch(line -> line.matches(kill));
    }

    private static KillMatrix proven(StatedKills stated) throws Exception {
        TargetOptions options = TargetOptions.brisk();
        String only = System.getProperty("proof", "");
        int others = Integer.getInteger("proof.others", only.isEmpty() ? OTHERS : 0);
        return KillMatrix.prove(RULES, stated, cleanProfile(options), options, only, others);
    }

    private static Profile cleanProfile(TargetOptions options) throws TargetUnreachableException {
        try (Target target = ServerKind.EMBEDDED.start(options)) {
            return Discovery.of(new Endpoint(target.url()));
        }
    }
}
