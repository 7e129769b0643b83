package dev.umpire.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.saboteur.delivery.BroadcastToIncludesSender;
import dev.umpire.fixtures.saboteur.delivery.LeaveForgetsAllRooms;
import dev.umpire.fixtures.saboteur.ordering.BroadcastsOvertaken;
import dev.umpire.fixtures.saboteur.ordering.HundredthEventDoubled;
import dev.umpire.fixtures.saboteur.ordering.UpgradeLosesEvent;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explorations find defects from fresh seeds: a sample; {@link SaboteurSweep} tries all. */
class SaboteurTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                BroadcastToIncludesSender.class,
                LeaveForgetsAllRooms.class,
                BroadcastsOvertaken.class,
                HundredthEventDoubled.class,
                UpgradeLosesEvent.class
            })
    void aDefectIsFoundWithinAMinute(Class<? extends Saboteur> saboteur) throws Exception {
        // given
        long seed = new SecureRandom().nextInt(1_000_000_000);

        // when
        Optional<Trial> failed = SaboteurSweep.explore(saboteur, seed, Duration.ofSeconds(60));

        // then
        System.out.println(saboteur.getSimpleName() + ", seed " + seed + ": "
                + failed.map(Report::findings).orElse("nothing found"));
        assertThat(failed).as("seed %d", seed).isPresent();
    }
}
