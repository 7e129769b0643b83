package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoConnection;
import dev.umpire.gatling.connection.SocketIoEvent;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Emits an event.
 *
 * @param namespace where, or null for the namespace that the client connected to
 * @param arguments name of the event, and its arguments
 * @param acknowledged whether an acknowledgement is asked for and awaited
 * @param within how long that may take
 * @param checks look at the acknowledgement
 */
public record EmitStep(
        String name,
        @Nullable String namespace,
        Function<Session, List<?>> arguments,
        boolean acknowledged,
        Duration within,
        List<EventCheck> checks) {

    public EmitStep {
        checks = List.copyOf(checks);
    }

    /** The step. */
    public ActionBuilder step() {
        return ClientStep.of(name, this::take);
    }

    private void take(Client client, Turn turn) {
        SocketIoConnection connection = client.current();
        String where = namespace == null ? client.namespace() : namespace;
        List<?> sent;
        try {
            sent = arguments.apply(new Session(turn.session()));
        } catch (IllegalArgumentException e) {
            turn.failed(e.getMessage());
            return;
        }
        if (!acknowledged) {
            connection.emit(where, sent, null);
            turn.succeeded(turn.session());
            return;
        }
        long id = connection.emit(where, sent, answer -> judge(turn, answer));
        turn.after(within, () -> {
            connection.forget(id);
            turn.failed("no acknowledgement within " + within.toMillis() + " ms");
        });
    }

    private void judge(Turn turn, SocketIoEvent answer) {
        try {
            turn.succeeded(EventCheck.all(checks, new Session(turn.session()), List.of(answer))
                    .asScala());
        } catch (CheckFailedException e) {
            turn.failed(e.getMessage());
        }
    }
}
