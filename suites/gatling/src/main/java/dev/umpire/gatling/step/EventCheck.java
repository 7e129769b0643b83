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
     * @throws CheckFailedException if one of them fails
     */
    static Session all(List<EventCheck> checks, Session session, List<SocketIoEvent> events)
            throws CheckFailedException {
        Session checked = session;
        for (SocketIoEvent event : events) {
            for (EventCheck check : checks) {
                checked = check.check(checked, event);
            }
        }
        return checked;
    }
}
