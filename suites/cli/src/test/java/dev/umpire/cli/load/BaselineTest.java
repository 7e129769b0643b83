package dev.umpire.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.umpire.reports.load.LoadEntry;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.suites.record.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    @TempDir
    private Path folder;

    @Test
    void comparesTheMediansByRatio() throws IOException {
        Baseline baseline = baseline(
                Sample.clean("a", "fan-out", 1, 9_000, 30_000),
                Sample.clean("a", "fan-out", 2, 10_000, 40_000),
                Sample.clean("a", "fan-out", 3, 30_000, 50_000),
                Sample.clean("b", "fan-out", 1, 1, 1));

        assertThat(lines(baseline, Sample.clean("a", "fan-out", 1, 8_000, 50_000)))
                .containsExactly(
                        "deliveries per second at least 0.8 times the baseline | 8000, 0.800 times 10000 | met",
                        "p99 delivery at most 1.25 times the baseline | 50 ms, 1.250 times 40 ms | met");
        assertThat(lines(baseline, Sample.clean("a", "fan-out", 1, 7_900, 50_100)))
                .containsExactly(
                        "deliveries per second at least 0.8 times the baseline | 7900, 0.790 times 10000 | unmet",
                        "p99 delivery at most 1.25 times the baseline | 50.1 ms, 1.253 times 40 ms | unmet");
    }

    @Test
    void otherWorkIsNotCompared() throws IOException {
        Baseline baseline = baseline(Sample.clean("a", "fan-out", 1, 10_000, 40_000));

        assertThat(lines(baseline, Sample.result("a", "fan-out", 1, 50, 0, 10_000, 40_000)))
                .containsExactly("the work of the baseline: 100 receivers, 1 emitter, 100 broadcasts/s of 80 characters"
                        + " | 50 receivers, 1 emitter, 100 broadcasts/s of 80 characters | unmet");
    }

    @Test
    void saysWhatItHasInstead() throws IOException {
        Baseline baseline = baseline(
                Sample.clean("a", "fan-out", 1, 10_000, 40_000), Sample.clean("a", "fan-out", 2, 10_000, 40_000));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> baseline.entry("b", "fan-out"))
                .withMessage("the baseline " + folder + " has no deliveries of fan-out on b. It has: fan-out on a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> baseline().entry("b", "fan-out"))
                .withMessageEndingWith("It has: no load results");
    }

    private Baseline baseline(LoadResult... loads) throws IOException {
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(RunRecord.started("test", List.of("umpire", "load"), List.of()));
            for (LoadResult load : loads) {
                log.append(new ResultEvent.LoadFinished(load));
            }
        }
        return Baseline.read(folder);
    }

    private static List<String> lines(Baseline baseline, LoadResult now) {
        return new Expectations(null, null, null, null, baseline, 0.8)
                .judge("a", "fan-out", new LoadEntry("a", "fan-out", List.of(now))).stream()
                        .map(each -> each.wanted() + " | " + each.observed() + " | " + (each.met() ? "met" : "unmet"))
                        .toList();
    }
}
