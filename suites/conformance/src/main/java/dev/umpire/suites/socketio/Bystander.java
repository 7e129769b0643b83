package dev.umpire.suites.socketio;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.suites.rule.Clients;

/** A client that was there before something hostile or odd happened to another, and must not have noticed. */
final class Bystander {
    private final ClientSocket socket;

    /** Lets a client join the main namespace. */
    Bystander(Clients clients) {
        socket = clients.socket("bystander");
    }

    /**
     * Insists that this client's events are still answered.
     *
     * @throws Violation if they are not
     */
    void expectUndisturbed() {
        try {
            Echo.returns(socket, "still here");
        } catch (Violation e) {
            throw new Violation("no effect on another client", "its next event was not answered: " + e.observed());
        }
    }
}
