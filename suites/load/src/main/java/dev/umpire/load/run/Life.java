package dev.umpire.load.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.gatling.connection.SocketIoConnection;
import dev.umpire.gatling.connection.SocketIoListener;
import dev.umpire.gatling.step.ListenerFactory;
import dev.umpire.gatling.step.Samples;
import dev.umpire.load.cast.Conduct;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Map;

/** The life of a client in a run, step by step. */
final class Life {
    private final Run run;

    Life(Run run) {
        this.run = run;
    }

    /** How clients of a group connect. */
    ListenerFactory joining(Group group) {
        return new ListenerFactory() {
            @Override
            public SocketIoListener listener(Session session, Samples samples) {
                Receiver receiver =
                        new Receiver(run, group.next(), session.asScala().eventLoop(), samples);
                run.add(receiver, samples);
                return receiver;
            }

            @Override
            public void refused(String reason) {
                if (group.conduct() == Conduct.CHURNING) {
                    run.turnedAway(reason);
                } else {
                    run.audience().refused(reason);
                }
            }
        };
    }

    /** It enters its rooms, and emits what it has to. */
    void enter(SocketIoConnection connection, Runnable next) {
        Receiver receiver = receiver(connection);
        run.emitters().stream()
                .filter(emitter ->
                        emitter.stream().emitter() == receiver.member().index())
                .forEach(emitter -> emitter.attach(connection, receiver.eventLoop()));
        List<String> rooms = receiver.member().rooms();
        if (rooms.isEmpty()) {
            run.audience().connected();
            next.run();
            return;
        }
        connection.emit("/", List.of("umpire", Map.of("op", "join", "rooms", rooms)), answer -> {
            JsonNode first =
                    answer.arguments().isEmpty() ? null : answer.arguments().get(0);
            if (first != null && first.path("ok").asBoolean()) {
                run.audience().connected();
            } else {
                run.audience().refused("the conformance app did not let it join its rooms: " + first);
            }
            next.run();
        });
    }

    /** It is there until the run is over; a slow one does not read meanwhile. */
    void attend(SocketIoConnection connection, Runnable next) {
        Receiver receiver = receiver(connection);
        if (receiver.member().conduct() == Conduct.SLOW) {
            SlowReading.of(run.pacing(), connection, receiver.eventLoop()).between(run.started(), run.quiet());
        }
        run.exit().whenOpen(next);
    }

    private static Receiver receiver(SocketIoConnection connection) {
        return (Receiver) connection.listener();
    }
}
