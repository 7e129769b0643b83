package dev.umpire.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.reports.SampleLoads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadResultTest {
    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException {
        // given
        LoadResult full = SampleLoads.ramp("node", 2, 1.5, 1);
        LoadResult bare = new LoadResult(
                "node",
                "storm",
                1,
                full.work(),
                full.deliveries(),
                full.fanOut(),
                full.delivery(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                "lost",
                null);
        LoadExpectation expectation = new LoadExpectation("node", "storm", "at most 1", "2", false);

        // when
        TargetResults target = written(
                new ResultEvent.LoadFinished(full),
                new ResultEvent.LoadFinished(bare),
                new ResultEvent.LoadExpected(expectation));

        // then
        assertThat(target.loads()).containsExactly(full, bare);
        assertThat(target.expectations()).containsExactly(expectation);
    }

    @Test
    void anUnmetExpectationIsNotConformant() throws IOException {
        // given
        ResultEvent clean = new ResultEvent.LoadFinished(SampleLoads.result("node", "storm", 1, 1, null, 1));

        // when
        TargetResults met =
                written(clean, new ResultEvent.LoadExpected(new LoadExpectation("node", "storm", "a", "b", true)));
        TargetResults unmet =
                written(clean, new ResultEvent.LoadExpected(new LoadExpectation("node", "storm", "a", "b", false)));

        // then
        assertThat(met.conformant()).isTrue();
        assertThat(unmet.delivers()).isTrue();
        assertThat(unmet.conformant()).isFalse();
    }

    @Test
    void oneOfAnEarlierUmpireIsNamedAsDamaged() throws IOException {
        // given
        written();
        Files.writeString(
                folder.resolve(ResultLog.FILE_NAME),
                "{\"type\":\"load finished\",\"load\":{\"target\":\"a\",\"scenario\":\"fan-out\",\"timeline\":[],\"steps\":[]}}\n{}\n",
                StandardOpenOption.APPEND);

        // then
        assertThatThrownBy(() -> ResultReader.read(folder))
                .hasMessageContaining("it lacks a load result with its scenario, work, deliveries and latencies");
    }

    private TargetResults written(ResultEvent... events) throws IOException {
        Files.deleteIfExists(folder.resolve(ResultLog.FILE_NAME));
        try (ResultLog log = ResultLog.create(folder)) {
            log.append(new ResultEvent.RunStarted(
                    ResultLog.SCHEMA, "1", "2026-01-01T00:00:00Z", List.of(), List.of(), List.of(), List.of()));
            for (ResultEvent event : events) {
                log.append(event);
            }
            log.append(new ResultEvent.TargetFinished("node", 1, null));
            log.append(new ResultEvent.RunFinished(1));
        }
        return ResultReader.read(folder).targets().get(0);
    }
}
