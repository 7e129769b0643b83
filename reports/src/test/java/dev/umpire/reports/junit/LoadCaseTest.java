package dev.umpire.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.SampleLoads;
import dev.umpire.reports.junit.TestCase.Outcome;
import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.model.LoadExpectation;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadCaseTest {
    @Test
    void allRoundsAreOneCaseWithTheirMedians() {
        // given
        LoadEntry entry = new LoadEntry(
                "node",
                "fan-out",
                List.of(
                        SampleLoads.result("node", "fan-out", 1, 2, null, 1),
                        SampleLoads.result("node", "fan-out", 2, 2, "38 were lost.", 1)));

        // when
        TestCase test = LoadCase.of(entry);

        // then
        assertThat(test.name()).isEqualTo("load fan-out, 1,000 receivers, 1 emitter, 10 broadcasts/s of 80 characters");
        assertThat(test.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(test.message()).isEqualTo("Round 2: 38 were lost.");
        assertThat(test.millis()).isEqualTo(60_000);
        assertThat(test.details()).startsWith("""
                        broadcasts 600, deliveries expected 600000, arrived 599962
                        lost 38, duplicated 0, disordered 2, strayed 0, corrupted 0
                        Deliveries /s: 170,626 (median of 2 rounds, 170,251 to 171,001)
                        p50: 889 µs (median of 2 rounds, 886 µs to 891 µs)
                        """).endsWith("Gatling's report: gatling/node/index.html\n");
    }

    @Test
    void anUnmetExpectationFails() {
        // when
        TestCase test = LoadCase.of(new LoadExpectation("node", "storm", "p99 at most 4 ms", "4.75 ms", false));

        // then
        assertThat(test.name()).isEqualTo("load storm, expected: p99 at most 4 ms");
        assertThat(test.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(test.message()).isEqualTo("wanted p99 at most 4 ms, observed 4.75 ms");
    }

    @Test
    void aMetExpectationPassesAndKeepsWhatWasObserved() {
        // when
        TestCase test = LoadCase.of(new LoadExpectation("node", "storm", "p99 at most 5 ms", "4.75 ms", true));

        // then
        assertThat(test.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(test.details()).isEqualTo("observed 4.75 ms\n");
    }
}
