package dev.umpire.suites.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.model.Level;
import dev.umpire.suites.rule.Catalogue;
import dev.umpire.suites.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Map<String, Level> TWO_RULES = Map.of("SKY-BLUE", Level.MUST, "SKY-CLEAR", Level.SHOULD);
    private static final Sentence BLUE = sentence("111111111111", "SKY-BLUE", "");

    /** Who adds a MUST names its sentence in a coverage file; who adds a sentence says what tests it. */
    @Test
    void everySentenceHasRulesOrAReasonAndEveryMustHasASentence() {
        Map<String, Level> rules = Catalogue.load().rules().stream().collect(Collectors.toMap(Rule::id, Rule::level));

        assertThat(new CoverageLaws(Coverage.load(), rules).broken()).isEmpty();
    }

    @Test
    void everyRowIsWellFormed() {
        assertThat(Coverage.load().documents()).isNotEmpty().allSatisfy(document -> {
            assertThat(document.sha256()).matches("[0-9a-f]{64}");
            assertThat(document.sentences()).isNotEmpty().allSatisfy(sentence -> {
                assertThat(sentence.hash()).matches("[0-9a-f]{12}");
                assertThat(sentence.says()).isNotBlank();
                assertThat(sentence.says().split(" ")).hasSizeLessThanOrEqualTo(20);
            });
        });
    }

    @Test
    void acceptsWhatIsInOrder() {
        assertThat(broken(BLUE, sentence("222222222222", "", "binds the client")))
                .isEmpty();
    }

    @Test
    void acceptsAPrefixThatRulesHave() {
        assertThat(broken(sentence("222222222222", "SKY-*", ""))).isEmpty();
    }

    @Test
    void findsNeitherRulesNorReason() {
        assertThat(broken(BLUE, sentence("222222222222", "", "")))
                .containsExactly(
                        "poem, sentence 222222222222 (it rhymes): neither rules nor a reason why there are none");
    }

    @Test
    void findsBothRulesAndReason() {
        assertThat(broken(sentence("222222222222", "SKY-BLUE", "binds the client")))
                .containsExactly("poem, sentence 222222222222 (it rhymes): both rules and a reason why there are none");
    }

    @Test
    void findsRulesThatDoNotExist() {
        assertThat(broken(BLUE, sentence("222222222222", "SKY-GREEN,SEA-*", "")))
                .containsExactly(
                        "poem, sentence 222222222222 (it rhymes): there is no rule SKY-GREEN",
                        "poem, sentence 222222222222 (it rhymes): there is no rule SEA-*");
    }

    @Test
    void findsAMustThatNoSentenceNames() {
        assertThat(broken(sentence("222222222222", "SKY-CLEAR", "")))
                .containsExactly("rule SKY-BLUE is a MUST, but no sentence of the coverage files names it");
    }

    @Test
    void findsAHashThatOccursTwice() {
        assertThat(broken(BLUE, BLUE))
                .containsExactly("poem, sentence 111111111111 (it rhymes): its hash occurs twice");
    }

    @Test
    void countsASentenceWhoseRuleIsOwedAsNotTested() {
        Document document =
                document(BLUE, sentence("222222222222", "", "binds the client"), sentence("333333333333", "", ""));

        assertThat(document.tally()).isEqualTo(new Document.Tally(3, 1, 1, 1));
    }

    private static List<String> broken(Sentence... sentences) {
        return new CoverageLaws(new Coverage(List.of(document(sentences))), TWO_RULES).broken();
    }

    private static Document document(Sentence... sentences) {
        return new Document(
                "poem", "A poem", "https://example.org/", "", "poem.md", List.of(), Arrays.asList(sentences));
    }

    private static Sentence sentence(String hash, String rules, String excluded) {
        List<String> ids = rules.isEmpty() ? List.of() : List.of(rules.split(","));
        return new Sentence(hash, "sky", Word.MUST, "it rhymes", ids, excluded);
    }
}
