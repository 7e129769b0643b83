package dev.umpire.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaryingTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "closed after 12 ms|closed after 9034 ms|true",
                "room red-x1 of sid f3_-aBcDeFgHiJkLmNoP|room red-k9 of sid AAAA-aBcDeFgHiJkLmNoQ|true",
                "HTTP 400|HTTP 500|false",
                "a Close frame with status 1000|a Close frame with status 1002|false",
                "expected … but observed none|expected an answer but observed none|true",
                "still open|closed|false",
                "still open|still open, then closed|false",
                "a.c|abc|false"
            })
    void whatVariesDoesNotCount(String expected, String text, boolean matches) {
        assertThat(VaryingText.matches(expected, text)).isEqualTo(matches);
    }

    @Test
    void manyPlacesThatVaryTakeNoTime() {
        // a regular expression of so many wildcards would not come back
        assertThat(VaryingText.matches("… x".repeat(60), "1 x".repeat(59) + "1 y"))
                .isFalse();
    }

    @Test
    void itIsOneLineOfLimitedLength() {
        assertThat(VaryingText.masked("a\nb\tc " + "word ".repeat(100)))
                .startsWith("a b c word word")
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(241);
    }
}
