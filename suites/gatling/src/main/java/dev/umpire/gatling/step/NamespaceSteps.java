package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoConnection;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.function.Function;

/** Steps on a connection: joining and leaving namespaces, closing, and whatever a user of the protocol writes. */
public final class NamespaceSteps {
    private NamespaceSteps() {}

    /** What a step of a user's own does; {@code next} must be run once, from any thread, when the user may go on. */
    @FunctionalInterface
    public interface Own {
        /** Takes the step. */
        void take(SocketIoConnection connection, Runnable next);
    }

    /** Joins one more namespace. */
    public static ActionBuilder join(
            String name, Function<Session, String> namespace, Function<Session, String> auth, Duration within) {
        return ClientStep.of(name, (client, turn) -> {
            String where = namespace.apply(turn.user());
            String shown = auth.apply(turn.user());
            turn.failsAfter(within, () -> "the server did not answer CONNECT within " + within.toMillis() + " ms");
            client.current().join(where, shown, refusal -> {
                if (refusal == null) {
                    client.joined(where, shown);
                    turn.succeeded(turn.session());
                } else {
                    turn.failed(refusal);
                }
            });
        });
    }

    /** Leaves a namespace. */
    public static ActionBuilder leave(String name, Function<Session, String> namespace) {
        return ClientStep.of(name, (client, turn) -> {
            String where = namespace.apply(turn.user());
            client.current().leave(where);
            client.left(where);
            turn.succeeded(turn.session());
        });
    }

    /** Closes the connection; what is closed already may be closed again. */
    public static ActionBuilder close(String name) {
        return ClientStep.any(name, (client, turn) -> {
            client.close();
            turn.succeeded(turn.session());
        });
    }

    /** Does something of one's own; it gets no sample but those that it records. */
    public static ActionBuilder own(String name, Own own) {
        return Steps.of((context, next) -> new SocketIoAction(name, session -> {
            Client client = Client.of(session);
            if (client == null || client.lost() != null) {
                next.$bang(session.markAsFailed());
                return;
            }
            own.take(client.current(), () -> session.eventLoop().execute(() -> next.$bang(session)));
        }));
    }
}
