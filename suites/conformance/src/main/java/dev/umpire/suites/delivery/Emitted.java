package dev.umpire.suites.delivery;

import dev.umpire.fixtures.client.ClientSocket;

/**
 * An emit that the app has made.
 *
 * @param event the name of the event, which no other emit has
 * @param asker who asked for it
 * @param scope to whom
 */
public record Emitted(String event, ClientSocket asker, Scope scope) {
    @Override
    public String toString() {
        return scope + " of " + asker.name() + " in " + asker.namespace();
    }
}
