package dev.umpire.suites.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {
    @ParameterizedTest
    @CsvSource({
        "A server MUST NOT mask. It MAY rest., MUST, MUST",
        "It is REQUIRED to answer., MUST, MUST",
        "It SHOULD answer or MAY wait., SHOULD, SHOULD",
        "The body is OPTIONAL., MAY, MAY",
        "It must answer., PROMISE, MUST",
        "Optionally an id., PROMISE, PROMISE",
        "Released in May 2017., PROMISE, PROMISE",
        "It answers., PROMISE, PROMISE"
    })
    void findsTheStrongestWord(String sentence, Word inRfcs, Word elsewhere) {
        assertThat(Word.of(sentence, true)).isEqualTo(inRfcs);
        assertThat(Word.of(sentence, false)).isEqualTo(elsewhere);
    }
}
