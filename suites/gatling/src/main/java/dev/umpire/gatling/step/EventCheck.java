package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.SocketIoEvent;
import io.gatling.javaapi.core.Session;
import java.util.List;

/** Looks at an event or an acknowledgement. */
@FunctionalInterface
public interface EventCheck {

    /**
     * The virtual user as it goes on.
     *
     * @throws CheckFailedException if the event is not as it should be
     */
    Session check(Session session, SocketIoEvent event) throws CheckFailedException;

    /**
     * All checks for all events, in order.
     *
     * @throws CheckFailedException if one of them fails, or throws something else
     */
    static Session all(List<EventCheck> checks, Session session, List<SocketIoEvent> events)
            throws CheckFailedException {
        Session checked = session;
        for (SocketIoEvent event : events) {
            for (EventCheck check : checks) {
                try {
                    checked = check.check(checked, event);
                } catch (RuntimeException e) {
                    // a user's own function: it must not end the connection
                    throw new CheckFailedException("a check threw " + e);
                }
            }
        }
        return checked;
    }
}
