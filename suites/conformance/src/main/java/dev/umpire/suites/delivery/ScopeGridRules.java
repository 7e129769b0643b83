package dev.umpire.suites.delivery;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.suites.delivery.ScopeCase.Stage;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.MustEach;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/**
 * The emit cheat sheet in full: whatever is combined, an emit reaches the members of the rooms it names, or everybody,
 * without the members of the rooms it leaves out, and without the asking client unless {@code io} emits.
 */
@PartOf(Suite.SCOPE_GRID)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emit-cheatsheet/")
@Needs(tier = Tier.UMPIRE)
class ScopeGridRules {

    @MustEach(
            of = ScopeGrid.class,
            authority = Authority.DOCUMENTATION,
            seenIn = {"ES-01", "ES-05", "ES-09"})
    void reachesWhomItConcerns(Clients clients, ScopeCase wanted) {
        Stage stage = wanted.stage();
        clients.sharing(
                new Stage(stage.via(), stage.main(), true), own -> Court.of(own, stage), court -> court.play(wanted));
    }
}
