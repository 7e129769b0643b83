package dev.umpire.explore.search;

import dev.umpire.fixtures.wire.Via;
import java.util.List;
import java.util.Set;

/**
 * What programs may use of a target.
 *
 * @param capabilities those of {@code fixtures/CONTRACT.md}
 * @param transports ways to open a session, at least one
 * @param cuts whether connections may be cut, which tells a server less than a close does
 * @param ownRooms whether clients leave the rooms of their own ids, too
 * @param fewest least number of clients
 * @param most largest number of clients
 */
public record Offer(
        Set<String> capabilities, List<Via> transports, boolean cuts, boolean ownRooms, int fewest, int most) {
    /** Copies the collections. */
    public Offer {
        capabilities = Set.copyOf(capabilities);
        transports = List.copyOf(transports);
        if (transports.isEmpty() || fewest < 1 || most < fewest) {
            throw new IllegalArgumentException("an exploration needs a transport and a client: " + transports + ", "
                    + fewest + " to " + most + " clients");
        }
    }

    boolean has(String capability) {
        return capabilities.contains(capability);
    }
}
