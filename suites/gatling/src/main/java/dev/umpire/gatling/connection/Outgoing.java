package dev.umpire.gatling.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array of arguments on its way out (Socket.IO v5, "Packet encoding").
 *
 * @param json the array, with placeholders for what is binary
 * @param attachments what is binary
 */
record Outgoing(String json, List<byte[]> attachments) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Encodes arguments: whatever Jackson can write, and {@code byte[]} at any depth of lists and maps.
     *
     * @throws IllegalArgumentException if one cannot be written
     */
    static Outgoing of(List<?> arguments) {
        List<byte[]> attachments = new ArrayList<>();
        ArrayNode array = JSON.createArrayNode();
        arguments.forEach(argument -> array.add(node(argument, attachments)));
        return new Outgoing(array.toString(), attachments);
    }

    private static JsonNode node(@Nullable Object value, List<byte[]> attachments) {
        if (value instanceof byte[] bytes) {
            attachments.add(bytes);
            return JSON.createObjectNode().put("_placeholder", true).put("num", attachments.size() - 1);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.createArrayNode();
            list.forEach(element -> array.add(node(element, attachments)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            var object = JSON.createObjectNode();
            map.forEach((key, element) -> object.set(String.valueOf(key), node(element, attachments)));
            return object;
        }
        try {
            return JSON.valueToTree(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
        }
    }
}
