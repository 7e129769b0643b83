package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RampTest {

    @Test
    void itsRatesRiseByTheFactorAndEndWhereItEnds() {
        assertThat(ramp(1_000, 2).rates(100)).containsExactly(100.0, 200.0, 400.0, 800.0, 1_000.0);
        assertThat(ramp(400, 2).rates(100)).containsExactly(100.0, 200.0, 400.0);
        assertThat(ramp(100, 2).rates(100)).containsExactly(100.0);
    }

    private static Ramp ramp(double to, double factor) {
        return new Ramp(to, factor, Duration.ofSeconds(10), Duration.ofMillis(100));
    }
}
