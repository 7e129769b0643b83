package dev.umpire.load.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.gatling.connection.Arrival;
import dev.umpire.gatling.connection.MalformedEventException;
import dev.umpire.gatling.connection.SocketIoEvent;
import dev.umpire.load.cast.Stream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the events of a run look on the wire: {@code ["~token:<stream>:<base>",<number>,<payload>]}, where base and
 * number add up to the event's number in its stream.
 */
final class Ticks {
    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

    private final String ours;
    private final Object payload;
    private final byte[] bytes;
    private final byte[] head;
    private final byte[] tail;

    /**
     * The events of one run.
     *
     * @param token distinguishes them from all others on the server
     * @param length characters, or bytes, of the payload
     * @param binary whether it is bytes
     */
    Ticks(String token, int length, boolean binary) {
        ours = "~" + token + ":";
        bytes = new byte[binary ? length : 0];
        Arrays.fill(bytes, (byte) 'x');
        String text = "x".repeat(length);
        payload = binary ? bytes : text;
        head = ("[\"" + ours).getBytes(StandardCharsets.UTF_8);
        tail = ("," + (binary ? PLACEHOLDER : "\"" + text + "\"") + "]").getBytes(StandardCharsets.UTF_8);
    }

    /** Begins the names of all events of this run. */
    String ours() {
        return ours;
    }

    /**
     * What an emitter sends the conformance app.
     *
     * @param first number of the first event
     * @param repeat how many events in a row; 0 for one that carries its number itself
     */
    List<Object> command(Stream stream, long first, int repeat) {
        Map<String, Object> command = new HashMap<>();
        command.put("op", "emit");
        command.put("via", stream.via());
        command.put("event", ours + stream.index() + ":" + (repeat == 0 ? 0 : first));
        command.put("args", repeat == 0 ? List.of(first, payload) : List.of(payload));
        if (repeat > 0) {
            command.put("repeat", repeat);
        }
        if (stream.room() != null) {
            command.put("to", List.of(stream.room()));
        }
        return List.of("umpire", command);
    }

    byte[] head() {
        return head;
    }

    byte[] tail() {
        return tail;
    }

    /** Whether the attachments of an event are those that were emitted. */
    boolean sameBytes(List<byte[]> attachments) {
        return payload == bytes
                ? attachments.size() == 1 && Arrays.equals(attachments.get(0), bytes)
                : attachments.isEmpty();
    }

    /** Whether an event carries what was emitted, however its JSON is written. */
    boolean whole(SocketIoEvent event) {
        List<JsonNode> arguments = event.arguments();
        return arguments.size() == 2
                && arguments.get(0).isIntegralNumber()
                && arguments.get(0).asLong() >= 0
                && (payload == bytes || arguments.get(1).asText().equals(payload))
                && sameBytes(event.attachments());
    }

    /** Name of the event that arrived; empty if it is none. */
    static String eventName(Arrival arrival) {
        try {
            return arrival.event().name();
        } catch (MalformedEventException e) {
            return "";
        }
    }
}
