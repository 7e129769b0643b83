package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.NotApplicable;

/** Capabilities that every echo app is taken to have, unless it belongs to the tier that declares what it has. */
public final class Declared {
    private Declared() {}

    /**
     * Insists on a capability where the target declares some.
     *
     * @throws NotApplicable if it declares others only
     */
    public static void needed(Clients clients, String capability) {
        Profile profile = clients.profile();
        if (profile.tier().includes(Tier.UMPIRE) && !profile.capabilities().contains(capability)) {
            throw new NotApplicable("the target does not declare the capability \"" + capability + '"');
        }
    }
}
