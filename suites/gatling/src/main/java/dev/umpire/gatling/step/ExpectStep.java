package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoEvent;
import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.List;
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
        String name, @Nullable String namespace, String event, int times, Duration within, List<EventCheck> checks) {

    public ExpectStep {
        checks = List.copyOf(checks);
    }

    /** The step. */
    public ActionBuilder step() {
        return ClientStep.of(name, this::take);
    }

    private void take(Client client, Turn turn) {
        String where = namespace == null ? client.namespace() : namespace;
        Inbox.Expectation expectation = new Inbox.Expectation(where, event, times, events -> judge(turn, events));
        turn.after(within, () -> {
            client.inbox().giveUp();
            turn.failed(expectation.got().size() + " of " + times + " events " + event + " within " + within.toMillis()
                    + " ms");
        });
        client.inbox().expect(expectation);
    }

    private void judge(Turn turn, List<SocketIoEvent> events) {
        try {
            turn.succeeded(
                    EventCheck.all(checks, new Session(turn.session()), events).asScala());
        } catch (CheckFailedException e) {
            turn.failed(e.getMessage());
        }
    }
}
