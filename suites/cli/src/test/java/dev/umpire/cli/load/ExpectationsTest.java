package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.LoadExpectation;
import dev.umpire.reports.model.LoadResult;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationsTest {
    private final List<LoadResult> rounds = List.of(
            Sample.clean("a", "fan-out", 1, 9_000, 90_000),
            Sample.clean("a", "fan-out", 2, 10_000, 40_000),
            Sample.clean("a", "fan-out", 3, 11_000, 41_500));

    @Test
    void judgesTheMedianOfTheRounds() {
        Expectations expectations =
                new Expectations(Duration.ofMillis(41), Duration.ofMillis(83), 10_000.0, null, null, 0.8);

        assertThat(lines(expectations, rounds))
                .containsExactly(
                        "p99 delivery at most 41 ms | 41.5 ms | unmet",
                        "p99 fan-out at most 83 ms | 83 ms | met",
                        "at least 10000 deliveries per second | 10000 per second | met");
    }

    @Test
    void theMedianOfTwoRoundsIsTheirMean() {
        Expectations expectations = new Expectations(null, null, 9_501.0, null, null, 0.8);

        assertThat(lines(expectations, rounds.subList(0, 2)))
                .containsExactly("at least 9501 deliveries per second | 9500 per second | unmet");
    }

    @Test
    void oneRoundThatLostTooManyIsEnough() {
        List<LoadResult> lossy = List.of(
                Sample.clean("a", "fan-out", 1, 9_000, 90_000),
                Sample.result("a", "fan-out", 2, 100, 6, 9_000, 90_000),
                Sample.clean("a", "fan-out", 3, 9_000, 90_000));

        assertThat(lines(new Expectations(null, null, null, 5L, null, 0.8), lossy))
                .containsExactly("at most 5 deliveries lost in any round | 6 lost | unmet");
        assertThat(lines(new Expectations(null, null, null, 6L, null, 0.8), lossy))
                .containsExactly("at most 6 deliveries lost in any round | 6 lost | met");
        assertThat(lines(new Expectations(null, null, null, 0L, null, 0.8), rounds))
                .containsExactly("no delivery lost | 0 lost | met");
    }

    @Test
    void saysThatTheHarnessKeptAFigureDown() {
        List<LoadResult> limited = List.of(rounds.get(1).withCeiling(new Ceiling(11_000, true)));

        assertThat(lines(new Expectations(null, null, 20_000.0, null, null, 0.8), limited))
                .containsExactly(
                        "at least 20000 deliveries per second | 10000 per second (limited by the harness) | unmet");
    }

    @Test
    void nothingMeasuredMeetsNothing() {
        assertThat(lines(new Expectations(null, null, 1.0, null, null, 0.8), null))
                .containsExactly("at least 1 deliveries per second | nothing was measured | unmet");
    }

    private static List<String> lines(Expectations expectations, @Nullable List<LoadResult> rounds) {
        return expectations
                .judge("a", "fan-out", rounds == null ? null : new LoadEntry("a", "fan-out", rounds))
                .stream()
                .map(ExpectationsTest::line)
                .toList();
    }

    private static String line(LoadExpectation expectation) {
        return expectation.wanted() + " | " + expectation.observed() + " | " + (expectation.met() ? "met" : "unmet");
    }
}
