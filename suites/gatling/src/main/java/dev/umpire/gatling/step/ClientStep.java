package dev.umpire.gatling.step;

import io.gatling.core.CoreComponents;
import io.gatling.javaapi.core.ActionBuilder;

/** A step of a virtual user that has a client. */
final class ClientStep {
    private ClientStep() {}

    /** What the client does when its user comes to the step. */
    @FunctionalInterface
    interface Doing {
        void take(Client client, Turn turn);
    }

    /** A step with this name; without a connection it fails. */
    static ActionBuilder of(String name, Doing doing) {
        return any(
                name, (client, turn) -> client.whenConnected(turn, () -> turn.attempt(() -> doing.take(client, turn))));
    }

    /** A step with this name, whether there is a connection or not. */
    static ActionBuilder any(String name, Doing doing) {
        return Steps.of((context, next) -> {
            CoreComponents gatling = context.coreComponents();
            return new SocketIoAction(name, session -> {
                Turn turn = new Turn(name, session, Samples.of(gatling, session), next);
                Client client = Client.of(session);
                if (client == null) {
                    turn.failed("the scenario has no connect step before this one");
                } else {
                    turn.attempt(() -> doing.take(client, turn));
                }
            });
        });
    }
}
