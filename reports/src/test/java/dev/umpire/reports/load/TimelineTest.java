package dev.umpire.reports.load;

import static dev.umpire.reports.load.LoadSketch.entry;
import static dev.umpire.reports.load.LoadSketch.latency;
import static dev.umpire.reports.load.LoadSketch.round;
import static dev.umpire.reports.load.LoadSketch.step;
import static dev.umpire.reports.load.LoadSketch.timeline;
import static dev.umpire.reports.load.LoadSketch.with;
import static dev.umpire.reports.load.LoadSketch.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadResult.Point;
import dev.umpire.reports.model.LoadWork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void aSecondIsTheMedianOfThatSecondInAllRoundsAndPartsOfSecondsAreLeftOut() {
        // given
        LoadResult one = timeline(List.of(new Point(0, 10, 1, 1, 1, 1), new Point(30, 3, 1, 1, 1, 1)));
        LoadResult two = timeline(List.of(new Point(0, 30, 3, 9, 9, 9)));
        LoadResult three = timeline(List.of(new Point(0, 20, 2, 5, 50, 500), new Point(29, 7, 2, 2, 2, 2)));

        // then
        assertThat(Timeline.of(entry(List.of(one, two, three))))
                .containsExactly(new Point(0, 20, 2, 5, 9, 9), new Point(29, 7, 2, 2, 2, 2));
    }

    @Test
    void theLastSecondCountsThoughTheLastDeliveryCameBeforeItsEnd() {
        // given
        LoadResult run = work(
                timeline(List.of(new Point(0, 10, 1, 1, 1, 1), new Point(1, 9, 1, 1, 1, 1))),
                new LoadWork(10, 1, 10, 1.96, 80));

        // then
        assertThat(Timeline.of(entry(List.of(run)))).hasSize(2);
    }

    @Test
    void aLongRunHasFewerPointsAndKeepsItsPeaks() {
        // given
        LoadWork hour = new LoadWork(10, 1, 10, 3600, 80);
        LoadResult longRun = work(
                timeline(LongStream.range(0, 3600)
                        .mapToObj(second -> new Point(second, second % 2, 1, second == 1234 ? 77 : 2, 3, 4))
                        .toList()),
                hour);

        // when
        List<Point> points = Timeline.of(entry(List.of(longRun)));

        // then
        assertThat(points).hasSize(400).extracting(Point::p99).contains(77L);
        assertThat(points.get(1).second()).isEqualTo(9);
        assertThat(points.stream().mapToLong(Point::deliveries).average().orElse(0))
                .isCloseTo(0.5, within(0.5));
    }

    @Test
    void aRateIsHeldIfMostRoundsHeldIt() {
        // given
        List<LoadResult> rounds = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            rounds.add(with(
                    round("a", round, 1),
                    latency(1),
                    List.of(step(100, 10L * round, true), step(200, 20L * round, round == 1)),
                    new Knee(100, null),
                    List.of()));
        }

        // then
        assertThat(Climb.of(entry(rounds)))
                .containsExactly(new Climb(100, 20, 40, 60, true), new Climb(200, 40, 80, 120, false));
    }
}
