package dev.umpire.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "1.19 ms, 1.22 ms, 1.19 – 1.22 ms",
        "940 µs, 1.22 ms, 940 µs – 1.22 ms",
        "0.97×, 1.02×, 0.97 – 1.02×",
        "9 MB, 12 MB, 9 – 12 MB",
        "980, 1012, 980 – 1012"
    })
    void aRangeNamesItsUnitOnce(String least, String greatest, String range) {
        assertThat(Numbers.range(least, greatest)).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource({"0.0123, 0.012×", "0.37, 0.37×", "1, 1.00×", "9.994, 9.99×", "12.34, 12.3×"})
    void aRatioHasAsManyDecimalsAsItTakes(double ratio, String text) {
        assertThat(Numbers.times(ratio)).isEqualTo(text);
    }

    @Test
    void cpuTimeHasThreeDigits() {
        assertThat(Numbers.cpuMicros(3.456)).isEqualTo("3.46 µs");
        assertThat(Numbers.cpuMicros(34.56)).isEqualTo("34.6 µs");
        assertThat(Numbers.cpuMicros(345.6)).isEqualTo("346 µs");
        assertThat(Numbers.cpuMicros(3456)).isEqualTo("3.46 ms");
    }
}
