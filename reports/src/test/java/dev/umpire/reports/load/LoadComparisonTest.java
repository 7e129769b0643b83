package dev.umpire.reports.load;

import static dev.umpire.reports.load.LoadSketch.ceiling;
import static dev.umpire.reports.load.LoadSketch.entry;
import static dev.umpire.reports.load.LoadSketch.latency;
import static dev.umpire.reports.load.LoadSketch.round;
import static dev.umpire.reports.load.LoadSketch.step;
import static dev.umpire.reports.load.LoadSketch.with;
import static dev.umpire.reports.load.LoadSketch.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.reports.SampleLoads;
import dev.umpire.reports.model.Deliveries;
import dev.umpire.reports.model.Knee;
import dev.umpire.reports.model.Latency;
import dev.umpire.reports.model.LoadResult;
import dev.umpire.reports.model.LoadWork;
import dev.umpire.reports.model.ResultEvent;
import dev.umpire.reports.model.ResultLog;
import dev.umpire.reports.model.RunResults;
import dev.umpire.reports.model.Step;
import dev.umpire.reports.model.TargetResults;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadComparisonTest {
    private static final Latency NOTHING = new Latency(0, 0, 0, 0, 0, 0, 0, "");

    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).contains(new Spread(5, 1, 9, 3));
        assertThat(Spread.of(List.of(9.0, 1.0, 5.0, 6.0))).contains(new Spread(5.5, 1, 9, 4));
        assertThat(Spread.of(List.of())).isEmpty();
    }

    @Test
    void aRatioComparesTheSameRoundsOnly() {
        // given: the machine became slower from round to round, for both alike, and b missed the second
        LoadComparison comparison = comparison(
                round("a", 1, 100), round("a", 2, 50), round("a", 3, 20), round("b", 1, 200), round("b", 3, 50));

        // when
        LoadEntry b = comparison.entries().get(1);

        // then
        assertThat(comparison.ratio(b, LoadFigure.PER_SECOND)).contains(new Spread(2.25, 2, 2.5, 2));
        assertThat(comparison.ratio(comparison.first(), LoadFigure.PER_SECOND)).isEmpty();
        assertThat(b.spread(LoadFigure.PER_SECOND)).contains(new Spread(125, 50, 200, 2));
    }

    @Test
    void nothingIsComparedWithNothing() {
        // when
        LoadComparison comparison = comparison(round("a", 1, 0), round("b", 1, 10));

        // then
        assertThat(comparison.ratio(comparison.entries().get(1), LoadFigure.PER_SECOND))
                .isEmpty();
        assertThat(comparison.ratio(comparison.entries().get(1), LoadFigure.CPU))
                .isEmpty();
    }

    @Test
    void whatNoServerHasIsNoFigureAndNeitherIsTheLatencyOfNothing() {
        // given
        LoadResult silent = with(round("a", 1, 0), NOTHING, List.of(), null, List.of());

        // then
        assertThat(comparison(silent).figures())
                .containsExactly(LoadFigure.PER_SECOND, LoadFigure.CPU, LoadFigure.MEMORY);
    }

    @Test
    void theFiguresOfARampAreThoseOfTheHighestRateThatWasHeld() {
        // given
        LoadResult ramp = with(
                round("a", 1, 999),
                latency(9),
                List.of(step(100, 4, true), step(200, 5, true), step(400, 900, false)),
                new Knee(200, "late"),
                List.of());
        LoadResult hopeless =
                with(round("a", 2, 999), latency(9), List.of(step(100, 900, false)), new Knee(0, "late"), List.of());

        // then
        assertThat(LoadFigure.KNEE.of(ramp)).hasValue(200);
        assertThat(LoadFigure.PER_SECOND.of(ramp)).hasValue(2000);
        assertThat(LoadFigure.DELIVERY_P50.of(ramp)).hasValue(5);
        assertThat(LoadFigure.FAN_OUT_P99.of(ramp)).isEmpty();
        assertThat(LoadFigure.KNEE.of(hopeless)).hasValue(0);
        assertThat(LoadFigure.PER_SECOND.of(hopeless)).isEmpty();
        assertThat(LoadFigure.DELIVERY_P99.of(hopeless)).isEmpty();
    }

    @Test
    void aRampIsLimitedIfTheRateThatItHeldIsNearTheCeiling() {
        // given: 2,000 deliveries/s were held
        List<Step> steps = List.of(step(100, 4, true), step(200, 900, false));
        LoadResult near = ceiling(with(round("a", 1, 9), latency(9), steps, new Knee(100, "late"), List.of()), 2400);
        LoadResult far = ceiling(near, 2600);

        // then
        assertThat(entry(List.of(far, near)).limited()).isTrue();
        assertThat(entry(List.of(far)).limited()).isFalse();
        assertThat(entry(List.of(far, near)).ceiling()).hasValue(2600);
    }

    @Test
    void whatIsAskedForIsSaidInWords() {
        // given
        LoadResult round = round("a", 1, 1);

        // then
        assertThat(new LoadEntry("a", "burst", List.of(round)).workText())
                .isEqualTo("1,000 receivers, 1 emitter, bursts of broadcasts of 80 characters");
        assertThat(new LoadEntry("a", "ramp", List.of(round)).workText())
                .isEqualTo("1,000 receivers, 1 emitter, from 10 broadcasts/s on, of 80 characters");
        assertThat(new LoadEntry("a", "binary", List.of(round)).workText()).endsWith("10 broadcasts/s of 80 bytes");
    }

    @Test
    void problemsNameTheirRound() {
        // given
        LoadResult lossy = SampleLoads.result("a", "fan-out", 2, 1, "5 were lost.", 1);

        // then
        assertThat(entry(List.of(round("a", 1, 1), lossy)).problems()).containsExactly("Round 2: 5 were lost.");
        assertThat(entry(List.of(lossy)).problems()).containsExactly("5 were lost.");
    }

    @Test
    void countsAreOfAllRoundsTogether() {
        // when
        Deliveries sums = entry(List.of(round("a", 1, 10), SampleLoads.result("a", "fan-out", 2, 1, "lost", 1)))
                .deliveries();

        // then
        assertThat(sums.expected()).isEqualTo(600_000);
        assertThat(sums.lost()).isEqualTo(38);
    }

    @Test
    void differentWorkDoesNotCompare() {
        // given
        LoadResult one = round("a", 1, 10);
        LoadResult longer = work(one, new LoadWork(1000, 1, 10, 31, 80));
        LoadResult faster = work(one, new LoadWork(1000, 1, 20, 30, 80));

        // then
        assertThat(comparison(one, longer).sameWork()).isTrue();
        assertThat(comparison(one, faster).sameWork()).isFalse();
    }

    private static LoadComparison comparison(LoadResult... loads) {
        List<TargetResults> targets = Stream.of(loads)
                .map(LoadResult::target)
                .distinct()
                .map(name -> new TargetResults(
                        name,
                        null,
                        List.of(),
                        List.of(),
                        Stream.of(loads)
                                .filter(load -> load.target().equals(name))
                                .toList(),
                        0,
                        null))
                .toList();
        ResultEvent.RunStarted run = new ResultEvent.RunStarted(
                ResultLog.SCHEMA, "1", "2026-01-01T00:00:00Z", List.of(), List.of(), List.of(), List.of());
        return LoadComparison.of(new RunResults(run, targets, 1L, List.of())).get(0);
    }
}
