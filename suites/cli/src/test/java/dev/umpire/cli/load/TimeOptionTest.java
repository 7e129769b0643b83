package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class TimeOptionTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "2m, PT2M", "1h, PT1H", "0s, PT0S"})
    void readsANumberWithAUnit(String text, Duration time) {
        assertThat(new TimeOption().convert(text)).isEqualTo(time);
    }

    @Test
    void saysWhatIsWantedInstead() {
        assertThatThrownBy(() -> new TimeOption().convert("30"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("\"30\" is no time. Wanted: a number with a unit, such as 500ms, 30s, 2m or 1h");
    }
}
