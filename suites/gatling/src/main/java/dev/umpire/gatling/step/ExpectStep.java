package dev.umpire.gatling.step;

import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Waits for events that no step has taken yet.
 *
 * @param namespace where, or null for the namespace that the client connected to
 * @param event their name
 * @param times how many
 * @param within how long that may take
 * @param checks look at each of them
 */
public record ExpectStep(
        String name,
        @Nullable Function<Session, String> namespace,
        Function<Session, String> event,
        int times,
        Duration within,
        List<EventCheck> checks) {

    public ExpectStep {
        checks = List.copyOf(checks);
    }

    /** The step. */
    public ActionBuilder step() {
        return ClientStep.of(name, this::take);
    }

    private void take(Client client, Turn turn) {
        String where = namespace == null ? client.namespace() : namespace.apply(turn.user());
        String wanted = event.apply(turn.user());
        Inbox.Expectation expectation =
                new Inbox.Expectation(where, wanted, times, events -> turn.judge(checks, events));
        turn.dependOn(where);
        turn.outliveConnection();
        turn.atEnd(client.inbox()::giveUp);
        turn.failsAfter(
                within,
                () -> expectation.got().size() + " of " + times + " events " + wanted + " within " + within.toMillis()
                        + " ms" + client.inbox().forgotten());
        client.inbox().expect(expectation);
    }
}
