package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoConnection;
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
        @Nullable Function<Session, String> namespace,
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
        String where = namespace == null ? client.namespace() : namespace.apply(turn.user());
        if (!client.isIn(where)) {
            turn.failed("the client is not in namespace " + where);
            return;
        }
        SocketIoConnection connection = client.current();
        List<?> sent = arguments.apply(turn.user());
        if (!acknowledged) {
            connection.emit(where, sent, null);
            turn.succeeded(turn.session());
            return;
        }
        turn.dependOn(where);
        turn.failsAfter(within, () -> "no acknowledgement within " + within.toMillis() + " ms");
        long id = connection.emit(where, sent, answer -> turn.judge(checks, List.of(answer)));
        turn.atEnd(() -> connection.forget(id));
    }
}
