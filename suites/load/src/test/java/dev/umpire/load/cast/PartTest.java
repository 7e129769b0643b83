package dev.umpire.load.cast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.cli.load.Injector;
import dev.umpire.cli.load.LoadPlan;
import dev.umpire.load.Plans;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartTest {
    private static final LoadPlan PLAN = Plans.of("", URI.create("http://localhost/"), Path.of(""))
            .sized(20, 10, Duration.ZERO, Duration.ofSeconds(1))
            .plan();

    @ParameterizedTest
    @EnumSource(LoadScenario.class)
    void everyMemberIsPlayedByOneInjector(LoadScenario scenario) {
        Cast cast = scenario.cast(PLAN, "t");

        List<Part> parts = parts(cast, 3);

        assertThat(parts.stream().flatMap(part -> part.members().stream()))
                .containsExactlyInAnyOrderElementsOf(cast.members());
        assertThat(cast.streams())
                .allSatisfy(stream -> assertThat(parts.stream()
                                .mapToInt(part -> part.audience(stream))
                                .sum())
                        .isEqualTo(cast.audience(stream)));
    }

    @ParameterizedTest
    @EnumSource(LoadScenario.class)
    void allWhoEmitAreOnTheFirstInjector(LoadScenario scenario) {
        Cast cast = scenario.cast(PLAN, "t");

        List<Part> parts = parts(cast, 3);

        assertThat(cast.streams()).allMatch(parts.get(0)::emits);
        assertThat(cast.streams()).noneMatch(parts.get(1)::emits).noneMatch(parts.get(2)::emits);
    }

    @Test
    void receiversAreDealtOutEvenly() {
        assertThat(parts(LoadScenario.FAN_OUT.cast(PLAN, "t"), 3))
                .extracting(part -> part.members().size())
                .containsExactly(1 + 7, 7, 6);
    }

    @Test
    void everyInjectorHasSomeOfEveryTransport() {
        assertThat(parts(LoadScenario.MIXED.cast(PLAN, "t"), 3))
                .allSatisfy(part -> assertThat(
                                part.members().stream().map(Member::transport).distinct())
                        .hasSize(3));
    }

    @Test
    void withoutInjectorsAllIsPlayedHere() {
        Cast cast = LoadScenario.ROOMS.cast(PLAN, "t");

        assertThat(Part.of(cast, null).members()).isEqualTo(cast.members());
    }

    private static List<Part> parts(Cast cast, int injectors) {
        return IntStream.rangeClosed(1, injectors)
                .mapToObj(number -> Part.of(cast, new Injector("r", number, injectors, Instant.EPOCH)))
                .toList();
    }
}
