package dev.umpire.suites.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.umpire.fixtures.discovery.Discovery;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.target.ServerKind;
import dev.umpire.fixtures.target.Target;
import dev.umpire.fixtures.target.TargetOptions;
import dev.umpire.fixtures.wire.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rule that a target keeps busy for ever is brought to its end. */
@Timeout(60)
class EndlessRuleTest {

    @Test
    void whatARuleWaitsForIsClosedAndNothingMoreOpened() throws Exception {
        try (Target target = ServerKind.EMBEDDED.start(TargetOptions.brisk())) {
            Profile profile = Discovery.of(new Endpoint(target.url()));
            try (Shared shared = new Shared(profile);
                    Clients clients = new Clients(profile, shared)) {
                assertThat(clients.get("EIO=4&transport=polling").status()).isEqualTo(200);
                Thread watchdog = new Thread(clients::giveUp);

                assertThatThrownBy(() -> {
                            watchdog.start();
                            for (; ; ) {
                                clients.get("EIO=4&transport=polling");
                            }
                        })
                        .isInstanceOfAny(Violation.class, Undecided.class);
                watchdog.join();
                assertThat(clients.givenUp()).isTrue();
                assertThatThrownBy(() -> clients.get("EIO=4&transport=polling")).isInstanceOf(Undecided.class);
            }
        }
    }
}
