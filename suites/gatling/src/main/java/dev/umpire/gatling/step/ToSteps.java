package dev.umpire.gatling.step;

import dev.umpire.gatling.connection.Arrival;
import dev.umpire.gatling.connection.MalformedEventException;
import dev.umpire.gatling.connection.SocketIoEvent;
import dev.umpire.gatling.connection.SocketIoListener;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Hands events to the steps that expect them; what is wrong becomes a failed sample. */
final class ToSteps implements SocketIoListener {
    private final String name;
    private final Samples samples;
    private final Inbox inbox;
    private final NumberedEvents numbered;
    private final Map<String, Function<SocketIoEvent, List<?>>> answers;

    /**
     * For one client.
     *
     * @param name of the samples: that of the step that connected
     */
    ToSteps(
            String name,
            Samples samples,
            Inbox inbox,
            NumberedEvents numbered,
            Map<String, Function<SocketIoEvent, List<?>>> answers) {
        this.name = name;
        this.samples = samples;
        this.inbox = inbox;
        this.numbered = numbered;
        this.answers = answers;
    }

    @Override
    public void event(Arrival arrival) {
        SocketIoEvent event;
        try {
            event = arrival.event();
        } catch (MalformedEventException e) {
            unexpected(String.valueOf(e.getMessage()));
            return;
        }
        String wrong = numbered.judge(event);
        if (wrong != null) {
            samples.ko(name, 0, wrong);
        }
        inbox.add(event);
    }

    @Override
    public List<?> answer(Arrival arrival) {
        if (answers.isEmpty()) {
            return List.of();
        }
        try {
            SocketIoEvent event = arrival.event();
            return answers.getOrDefault(event.name(), any -> List.of()).apply(event);
        } catch (MalformedEventException e) {
            // said when it arrived
            return List.of();
        } catch (RuntimeException e) {
            // a user's own function: it must not end the connection
            samples.ko(name, 0, "the answer could not be made: " + e);
            return List.of();
        }
    }

    @Override
    public void unexpected(String what) {
        samples.ko(name, 0, "the server sent " + what);
    }

    @Override
    public void lost(String reason) {
        samples.ko(name, 0, reason);
    }
}
