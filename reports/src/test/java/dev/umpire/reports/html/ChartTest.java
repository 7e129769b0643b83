package dev.umpire.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    @ParameterizedTest
    @CsvSource({"1, 3, 1", "3, 3, 1", "4, 3, 2", "10000, 3, 5000", "15001, 3, 10000", "29, 6, 5"})
    void stepsAreNiceAndFew(long value, int steps, long step) {
        assertThat(Chart.niceStep(value, steps)).isEqualTo(step);
    }

    @Test
    void linesStayWithinThePlotEvenIfAllIsZero() {
        // when
        Chart chart = Chart.of(List.of(0L, 1L), List.of(List.of(0L, 0L)), Long::toString);

        // then
        assertThat(chart.lines())
                .containsExactly(List.of(new Chart.Spot(0, Chart.HEIGHT), new Chart.Spot(Chart.WIDTH, Chart.HEIGHT)));
        assertThat(chart.rows()).extracting(Chart.Tick::label).containsExactly("0", "1");
    }
}
