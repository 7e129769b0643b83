package dev.umpire.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.explore.run.Play;
import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Endpoint;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reference server keeps the model, whatever clients do: from one seed that is always the same and a fresh one. */
class ExplorationTest {
    private static final Duration EACH = Duration.ofSeconds(15);

    static LongStream seeds() {
        return LongStream.of(42, new SecureRandom().nextLong(1_000_000_000));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theReferenceServerKeepsTheModel(long seed) throws Exception {
        try (Target target = ServerKind.EMBEDDED.start(TargetOptions.brisk())) {
            // given
            Profile profile = Discovery.of(new Endpoint(target.url()));
            Explorer explorer = Explorer.of(seed).withCuts();
            try (Play play = explorer.play(target.name(), profile)) {
                Exploration exploration = explorer.exploration(play, profile, trial -> {});

                // when
                Optional<Trial> failed = exploration.run(EACH);

                // then
                System.out.println("explored with seed " + seed + ": " + exploration.programs() + " programs, "
                        + exploration.deliveries() + " deliveries, " + exploration.undecided() + " undecided");
                assertThat(failed)
                        .as(() ->
                                "seed " + seed + ": " + failed.map(Report::text).orElse(""))
                        .isEmpty();
                assertThat(exploration.deliveries()).isPositive();
            }
        }
    }
}
