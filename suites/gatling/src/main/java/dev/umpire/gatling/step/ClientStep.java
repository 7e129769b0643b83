package dev.umpire.gatling.step;

import io.gatling.core.CoreComponents;
import io.gatling.javaapi.core.ActionBuilder;

/** A step of a virtual user that has a client. */
public final class ClientStep {
    private ClientStep() {}

    /** What the client does when its user comes to the step. */
    @FunctionalInterface
    interface Doing {
        void take(Client client, Turn turn);
    }

    /** A step with this name; without a connection it fails. */
    static ActionBuilder of(String name, Doing doing) {
        return Steps.of((context, next) -> {
            CoreComponents gatling = context.coreComponents();
            return new SocketIoAction(name, session -> {
                Turn turn = new Turn(name, session, Samples.of(gatling, session), next);
                Client client = Client.of(session);
                if (client == null) {
                    turn.failed("the scenario has no connect step before this one");
                } else if (client.lost() != null) {
                    turn.failed("there is no connection: " + client.lost());
                } else {
                    doing.take(client, turn);
                }
            });
        });
    }
}
