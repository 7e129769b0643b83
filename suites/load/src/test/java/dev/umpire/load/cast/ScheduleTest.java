package dev.umpire.load.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.load.Ramp;
import dev.umpire.load.Plans;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Plans PLANS = Plans.of("fan-out", URI.create("http://localhost/"), Path.of(""));

    @Test
    void spacesEventsEvenlyFromWarmUpToEnd() {
        Schedule schedule = Schedule.of(
                PLANS.sized(5, 50, Duration.ofSeconds(1), Duration.ofSeconds(2)).plan());

        assertThat(schedule.total()).isEqualTo(150);
        assertThat(schedule.warmUp()).isEqualTo(50);
        assertThat(schedule.steps()).isEqualTo(1);
        assertThat(schedule.due(0)).isZero();
        assertThat(schedule.due(50)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(schedule.due(149)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(2_980));
        assertThat(schedule.step(49)).isEqualTo(Schedule.WARM_UP);
        assertThat(schedule.step(50)).isZero();
        assertThat(schedule.step(149)).isZero();
    }

    @Test
    void beginsToMeasureAtOnceWithoutWarmUp() {
        Schedule schedule = Schedule.of(PLANS.plan());

        assertThat(schedule.warmUp()).isZero();
        assertThat(schedule.step(0)).isZero();
    }

    @Test
    void raisesTheRateStepByStep() {
        Ramp ramp = new Ramp(40, 2, Duration.ofSeconds(1), Duration.ofMillis(50));
        Schedule schedule = Schedule.of(PLANS.sized(5, 10, Duration.ofSeconds(1), Duration.ofSeconds(1))
                .rising(ramp)
                .plan());

        assertThat(schedule.steps()).isEqualTo(3);
        assertThat(schedule.rate(0)).isEqualTo(10);
        assertThat(schedule.rate(2)).isEqualTo(40);
        assertThat(schedule.first(0)).isEqualTo(10);
        assertThat(schedule.first(1)).isEqualTo(20);
        assertThat(schedule.first(2)).isEqualTo(40);
        assertThat(schedule.first(3)).isEqualTo(80).isEqualTo(schedule.total());
        assertThat(schedule.step(39)).isEqualTo(1);
        assertThat(schedule.step(40)).isEqualTo(2);
        assertThat(schedule.due(40)).isEqualTo(TimeUnit.SECONDS.toNanos(3));
        assertThat(schedule.due(41) - schedule.due(40)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(25));
    }
}
