package dev.umpire.reports.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.reports.model.Ceiling;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.ResultReader;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedRunTest {
    private static final int[][] FAST = {{100, 200}, {110, 120}, {130, 140}};
    private static final int[][] SLOW = {{300, 150}, {10, 20}, {900, 50}};

    @TempDir
    private Path folder;

    @Test
    void deliveriesAndTheirTimesAreThoseOfAllInjectors() throws IOException {
        LoadResult merged = merge(InjectorSketch.of(1, FAST), InjectorSketch.of(2, SLOW));

        Histogram all = new Histogram(3);
        List.of(100, 200, 110, 120, 130, 140, 300, 150, 10, 20, 900, 50).forEach(all::recordValue);
        assertThat(merged.delivery()).isEqualTo(Latencies.of(all));
        assertThat(merged.deliveries().broadcasts()).isEqualTo(3);
        assertThat(merged.deliveries().expected()).isEqualTo(12);
        assertThat(merged.deliveries().arrived()).isEqualTo(12);
        assertThat(merged.deliveries().lost()).isZero();
        assertThat(merged.problem()).isNull();
    }

    @Test
    void aBroadcastIsCompleteWhenItHasReachedTheLastClientOfAll() throws IOException {
        LoadResult merged = merge(InjectorSketch.of(1, FAST), InjectorSketch.of(2, SLOW));

        Histogram last = new Histogram(3);
        List.of(300, 120, 900).forEach(last::recordValue);
        assertThat(merged.fanOut()).isEqualTo(Latencies.of(last));
    }

    @Test
    void aSecondIsThatOfAllInjectors() throws IOException {
        LoadResult merged = merge(InjectorSketch.of(1, FAST), InjectorSketch.of(2, SLOW));

        assertThat(merged.timeline()).containsExactly(new LoadResult.Point(0, 12, 120, 900, 900, 900));
        assertThat(merged.work().seconds()).isEqualTo(2);
        assertThat(merged.deliveries().perSecond()).isEqualTo(6);
    }

    @Test
    void whatTheInjectorsUsedIsAddedUp() throws IOException {
        LoadResult merged = merge(
                InjectorSketch.of(1, FAST).limitedBy(10),
                InjectorSketch.of(2, SLOW).limitedBy(4));

        assertThat(merged.harness()).isNotNull().satisfies(usage -> {
            assertThat(usage.cpuSeconds()).isEqualTo(4);
            assertThat(usage.residentBytes()).isEqualTo(2_000);
        });
        // the second one receives half of the 6 a second, and could receive 4
        assertThat(merged.ceiling()).isEqualTo(new Ceiling(8, false));
    }

    @Test
    void oneInjectorAtItsCeilingLimitsTheFigureOfAll() throws IOException {
        LoadResult merged = merge(
                InjectorSketch.of(1, FAST).limitedBy(10),
                InjectorSketch.of(2, SLOW).limitedBy(3));

        assertThat(merged.ceiling()).isEqualTo(new Ceiling(6, true));
    }

    @Test
    void aDeliveryThatIsMissingInTheSumIsLost() throws IOException {
        LoadResult merged =
                merge(InjectorSketch.of(1, FAST), InjectorSketch.of(2, new int[][] {{300, 150}, {10}, {900, 50}}));

        assertThat(merged.deliveries().lost()).isEqualTo(1);
        assertThat(merged.problem()).isEqualTo("of 12 deliveries, warm-up included: 1 lost");
        assertThat(merged.fanOut().count()).isEqualTo(2);
    }

    @Test
    void aDeliveryMissingInTheWarmUpSpoilsTheVerdictAndNotTheFigures() throws IOException {
        LoadResult merged = merge(
                InjectorSketch.of(1, FAST).warmedUp(1),
                InjectorSketch.of(2, new int[][] {{300}, {10, 20}, {900, 50}}).warmedUp(1));

        assertThat(merged.deliveries().lost()).isZero();
        assertThat(merged.deliveries().expected()).isEqualTo(8);
        assertThat(merged.problem()).isEqualTo("of 12 deliveries, warm-up included: 1 lost");
    }

    @Test
    void lossesMayBeAllowedForAllTogether() throws IOException {
        int[][] lossy = {{300, 150}, {10}, {900, 50}};

        LoadResult tolerated = merge(
                InjectorSketch.of(1, FAST).tolerating(1),
                InjectorSketch.of(2, lossy).tolerating(1));
        LoadResult intolerable = merge(
                InjectorSketch.of(1, lossy).tolerating(1),
                InjectorSketch.of(2, lossy).tolerating(1));

        assertThat(tolerated.problem()).isNull();
        assertThat(tolerated.tolerated()).isEqualTo("of 12 deliveries, warm-up included: 1 lost");
        assertThat(intolerable.problem()).isEqualTo("of 12 deliveries, warm-up included: 2 lost");
    }

    @Test
    void aDeliveryTooManyIsCounted() throws IOException {
        LoadResult merged =
                merge(InjectorSketch.of(1, FAST), InjectorSketch.of(2, new int[][] {{300, 150, 7}, {10, 20}, {900, 50}
                }));

        assertThat(merged.problem())
                .isEqualTo("of 12 deliveries, warm-up included: 1 more than there were clients for");
    }

    @Test
    void aDeliveryThatWasNeverEmittedIsOneTooMany() throws IOException {
        LoadResult merged = merge(
                InjectorSketch.of(1, FAST).emitting(2),
                InjectorSketch.of(2, SLOW).emitting(3));

        assertThat(merged.problem()).isEqualTo("of 8 deliveries, warm-up included: 2 more than there were clients for");
    }

    @Test
    void whatAnInjectorFoundStandsInTheVerdict() throws IOException {
        LoadResult merged = merge(
                InjectorSketch.of(1, FAST),
                InjectorSketch.of(2, SLOW).finding(1, "of 6 deliveries: 1 duplicated; first: client 3"));

        assertThat(merged.problem())
                .isEqualTo("of 12 deliveries, warm-up included: 1 duplicated;"
                        + " injector 2 of 2: of 6 deliveries: 1 duplicated; first: client 3");
    }

    @Test
    void theOrderOfTheFoldersDoesNotMatter() throws IOException {
        assertThat(merge(InjectorSketch.of(2, SLOW), InjectorSketch.of(1, FAST)))
                .isEqualTo(merge(InjectorSketch.of(1, FAST), InjectorSketch.of(2, SLOW)));
    }

    @Test
    void theResultSaysHowExactLatenciesAre() throws IOException {
        Path merged = folder.resolve("merged");
        MergedRun run = MergedRun.of(List.of(
                InjectorSketch.of(1, FAST).in(folder.resolve("a")),
                InjectorSketch.of(2, SLOW).in(folder.resolve("b"))));
        try (ResultLog log = ResultLog.create(merged)) {
            run.write(
                    new ResultEvent.RunStarted(
                            ResultLog.SCHEMA, "1", "2030-01-31T10:00:00Z", List.of(), List.of(), List.of(), List.of()),
                    List.of(),
                    log);
        }

        RunResults results = ResultReader.read(merged);

        assertThat(results.remarks())
                .containsExactly(
                        "Merged from 2 injectors of the run bench. The fastest delivery of each took 0.10 ms, 0.01 ms"
                                + " by its clock: latencies are exact to about 0.09 ms if the network is as fast to all.");
        assertThat(results.targets().get(0).loads()).containsExactly(run.load());
    }

    @Test
    void whatDoesNotBelongTogetherIsNotMerged() {
        InjectorSketch one = InjectorSketch.of(1, FAST);
        InjectorSketch two = InjectorSketch.of(2, SLOW);

        refused(List.of(one), "The results of injector 2 of 2 of the run \"bench\" are missing: name its folder, too.");
        refused(List.of(two, two), "The results of injector 1 of 2 of the run \"bench\" are missing");
        refused(List.of(one, two, two), "1 and %s are both of injector 2 of 2.".formatted(path(2)));
        refused(
                List.of(one, two.ofRun("other", 2, 2)),
                "These are not injectors of one run: the run of %s is \"bench\", that of %s is \"other\"."
                        .formatted(path(0), path(1)));
        refused(
                List.of(one, two.working("fan-out, 5 receivers")),
                "the work of %s is \"fan-out, 4 receivers\", that of %s is \"fan-out, 5 receivers\"."
                        .formatted(path(0), path(1)));
        refused(List.of(one, two.ofRun("bench", 2, 3)), "the number of injectors of ");
    }

    @Test
    void resultsOfNoInjectorAreRefused() throws IOException {
        Path plain = folder.resolve("plain");
        try (ResultLog log = ResultLog.create(plain)) {
            log.append(new ResultEvent.RunStarted(
                    ResultLog.SCHEMA, "1", "2030-01-31T10:00:00Z", List.of(), List.of(), List.of(), List.of()));
            log.append(new ResultEvent.TargetFinished("server", 1, "it died"));
        }

        assertThatThrownBy(() -> MergedRun.of(List.of(plain)))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessage(plain + " has 0 load results, but one of an injector has 1: it died.");
    }

    private void refused(List<InjectorSketch> sketches, String because) {
        assertThatThrownBy(() -> merge(sketches.toArray(InjectorSketch[]::new)))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining(because);
    }

    private Path path(int index) {
        return folder.resolve(Integer.toString(index));
    }

    private LoadResult merge(InjectorSketch... sketches) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (InjectorSketch sketch : sketches) {
            folders.add(sketch.in(path(folders.size())));
        }
        return MergedRun.of(folders).load();
    }
}
