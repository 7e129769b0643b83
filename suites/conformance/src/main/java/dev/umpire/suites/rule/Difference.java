package dev.umpire.suites.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.umpire.fixtures.client.Json;
import java.util.Arrays;
import java.util.Iterator;

/**
 * Where two JSON values differ first.
 *
 * @param pointer to that place (RFC 6901); empty for the values themselves
 * @param expected what one value has there
 * @param observed what the other one has there
 */
record Difference(String pointer, String expected, String observed) {
    private static final int AROUND = 40;

    /** Compares two values that are not the same. */
    static Difference of(JsonNode expected, JsonNode observed) {
        return at("", expected, observed);
    }

    private static Difference at(String pointer, JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject() && one.size() == other.size()) {
            for (Iterator<String> names = one.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (other.has(name) && !Json.same(one.get(name), other.get(name))) {
                    return at(pointer + '/' + name, one.get(name), other.get(name));
                }
            }
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                if (!Json.same(one.get(i), other.get(i))) {
                    return at(pointer + '/' + i, one.get(i), other.get(i));
                }
            }
        }
        if (one instanceof BinaryNode bytes && other instanceof BinaryNode others) {
            int from = Arrays.mismatch(bytes.binaryValue(), others.binaryValue());
            return new Difference(pointer, bytes(bytes, from), bytes(others, from));
        }
        int from =
                Arrays.mismatch(one.toString().toCharArray(), other.toString().toCharArray());
        return new Difference(pointer, around(from, one.toString()), around(from, other.toString()));
    }

    private static String bytes(BinaryNode node, int at) {
        byte[] bytes = node.binaryValue();
        return bytes.length + " bytes"
                + (at >= 0 && at < bytes.length ? String.format(" with 0x%02x at %d", bytes[at], at) : "");
    }

    private static String around(int place, String text) {
        int begin = Math.max(0, place - AROUND);
        int end = Math.min(text.length(), place + AROUND);
        return (begin > 0 ? "…" : "") + text.substring(begin, end) + (end < text.length() ? "…" : "");
    }
}
