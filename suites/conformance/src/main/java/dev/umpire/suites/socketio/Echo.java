package dev.umpire.suites.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Violation;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Sends arguments to the echo app and insists that they come back unchanged: same values, types, order. */
final class Echo {
    /** Numbers count as equal when their values are: {@code 1e21} may come back as {@code 1000000000000000000000}. */
    private static final Comparator<JsonNode> BY_VALUE =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    /** Most characters of a payload that a message quotes. */
    private static final int SHORT = 240;

    /** How many characters of a longer one. */
    private static final int EXCERPT = 70;

    private Echo() {}

    /** Emits {@code message} with arguments and expects them in {@code message-back}. */
    static void returns(ClientSocket socket, @Nullable Object... arguments) {
        socket.emit("message", arguments);
        ArrayNode wanted = Json.array().add("message-back").addAll(Json.list(arguments));
        expectSame(wanted, socket.await("message-back").data());
    }

    /** The same for a JSON array of arguments, with {@code '} for {@code "}. */
    static void returnsJson(ClientSocket socket, String arguments) {
        JsonNode list = Json.parse(arguments);
        Object[] each = new Object[list.size()];
        for (int i = 0; i < each.length; i++) {
            each[i] = list.get(i);
        }
        returns(socket, each);
    }

    /**
     * Emits {@code message} and expects it back.
     *
     * @param after what the client did before, for which it must not have been cut off; reads after "after"
     * @throws Violation if that is not what comes next
     */
    static void goesOn(ClientSocket socket, String after) {
        try {
            returns(socket, "after");
        } catch (Violation e) {
            throw new Violation("the next event of a client served after " + after, e.observed());
        }
    }

    /**
     * Insists that two payloads hold the same values.
     *
     * @throws Violation with as much of them as it takes to see the difference
     */
    static void expectSame(JsonNode wanted, @Nullable JsonNode got) {
        if (got == null || !wanted.equals(BY_VALUE, got)) {
            String expected = wanted.toString();
            String observed = String.valueOf(got);
            int difference = Math.max(0, Arrays.mismatch(expected.toCharArray(), observed.toCharArray()));
            throw new Violation(around(difference, expected), around(difference, observed));
        }
    }

    private static String around(int difference, String json) {
        if (json.length() <= SHORT) {
            return json;
        }
        int from = Math.min(json.length(), Math.max(0, difference - EXCERPT / 3));
        int to = Math.min(json.length(), from + EXCERPT);
        return (from > 0 ? "…" : "") + json.substring(from, to) + (to < json.length() ? "…" : "") + " (of "
                + json.length() + " characters)";
    }
}
