package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {
    private static final List<Rule> RULES = Catalogue.load().rules();

    static List<Rule> rules() {
        return RULES;
    }

    /** Ids, levels and wording are promises to users: whoever changes one changes this file too, knowingly. */
    @Test
    void keepsIdLevelAndWordingOfEveryRule() throws IOException {
        String snapshot = RULES.stream()
                .map(rule -> rule.id() + " " + rule.level() + " the server " + rule.says())
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
        try (InputStream locked = CatalogueTest.class.getResourceAsStream("/rules.txt")) {
            assertThat(snapshot).isEqualTo(new String(locked.readAllBytes(), StandardCharsets.UTF_8));
        }
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
        if (rule.level() == dev.umpire.reports.model.Level.MUST) {
            assertThat(rule.authority()).isIn(Authority.SPECIFICATION, Authority.RFC6455, Authority.DOCUMENTATION);
        }
    }
}
