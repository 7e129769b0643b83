package dev.umpire.suites.socketio;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Sends arguments to the echo app and insists that they come back unchanged: same values, types, order. */
final class Echo {
    /** Numbers count as equal when their values are: {@code 1e21} may come back as {@code 1000000000000000000000}. */
    private static final Comparator<JsonNode> BY_VALUE =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

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

    /** Insists that two payloads hold the same values. */
    static void expectSame(JsonNode wanted, @Nullable JsonNode got) {
        expect(got != null && wanted.equals(BY_VALUE, got), wanted.toString(), String.valueOf(got));
    }
}
