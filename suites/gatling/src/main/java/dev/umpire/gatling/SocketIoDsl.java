package dev.umpire.gatling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.gatling.connection.SocketIoEvent;
import dev.umpire.gatling.step.CheckFailedException;
import dev.umpire.gatling.step.EventCheck;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Where a simulation begins: {@code import static dev.umpire.gatling.SocketIoDsl.*}. */
public final class SocketIoDsl {
    private static final int MOST_SHOWN = 100;

    private SocketIoDsl() {}

    /**
     * A step of a Socket.IO client; every step gets a line of this name in Gatling's report.
     *
     * @param name what people call the step
     */
    public static SocketIo socketIo(String name) {
        return new SocketIo(name);
    }

    /**
     * Wants something of the arguments of an event or an acknowledgement.
     *
     * @param words what is wanted; the message of the failed sample begins with them
     */
    public static EventCheck that(String words, Predicate<List<JsonNode>> holds) {
        return (session, event) -> {
            if (!holds.test(event.arguments())) {
                throw new CheckFailedException("not so: " + words + ", in " + shown(event));
            }
            return session;
        };
    }

    private static String shown(SocketIoEvent event) {
        String arguments = event.arguments().toString();
        return arguments.length() <= MOST_SHOWN ? arguments : arguments.substring(0, MOST_SHOWN) + "…";
    }

    /** Keeps something of an event or an acknowledgement in the session, for later steps. */
    public static EventCheck saveAs(String key, Function<SocketIoEvent, Object> value) {
        return (session, event) -> session.set(key, value.apply(event));
    }
}
