package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.model.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final Path LOCKED = Path.of("src/test/resources/rules.txt");
    private static final Path CONTRACT = Path.of("../../fixtures/CONTRACT.md");
    private static final List<Rule> RULES = Catalogue.load().rules();

    static List<Rule> rules() {
        return RULES;
    }

    /** Ids, levels and wording are promises to users: whoever changes one changes this file too, knowingly. */
    @Test
    void keepsIdLevelAndWordingOfEveryRule() throws IOException {
        Set<String> now = RULES.stream()
                .map(rule -> rule.id() + " " + rule.level() + " the server " + rule.says())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> locked = new TreeSet<>(Files.readAllLines(LOCKED));

        assertThat(difference(now, locked)).as("lines to add to rules.txt").isEmpty();
        assertThat(difference(locked, now))
                .as("lines of rules.txt that no rule has")
                .isEmpty();
    }

    private static Set<String> difference(Set<String> these, Set<String> those) {
        Set<String> difference = new TreeSet<>(these);
        difference.removeAll(those);
        return difference;
    }

    /** What an app may declare is written down where authors of apps look, and nothing else is. */
    @Test
    void needsTheCapabilitiesThatTheContractNames() throws IOException {
        String contract = Files.readString(CONTRACT);
        String table = contract.substring(contract.indexOf("| capability |"));
        Set<String> named = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE)
                .matcher(table)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> needed = RULES.stream()
                .flatMap(rule -> rule.capabilities().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).as("what CONTRACT.md names and what rules need").isEqualTo(needed);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void namesEachRuleInCapitals(Rule rule) {
        assertThat(rule.id()).matches("[A-Z0-9]+(-[A-Z0-9]+)+");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void wordsEachRuleAsOnePlainSentence(Rule rule) {
        assertThat(rule.says()).doesNotEndWith(".").doesNotContain("\n").matches("[a-z].*");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bindsServersOnlyByWhatIsWritten(Rule rule) {
        if (rule.level() == Level.MUST) {
            assertThat(rule.authority())
                    .isIn(
                            Authority.SPECIFICATION,
                            Authority.RFC6455,
                            Authority.RFC7692,
                            Authority.RFC9110,
                            Authority.DOCUMENTATION);
        }
    }
}
