package dev.umpire.explore.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Arguments of events, of which each kind has broken some server. */
public enum Payload {
    /** No arguments. */
    NONE(List.of()),
    /** A short text with characters of more than one byte. */
    TEXT(List.of("zoë \"\\ 🏐")),
    /** Values that are easily mistaken for absence. */
    NULLS(Json.list(null, 0, false, "", null)),
    /** Arrays in arrays. */
    NESTED(Json.list(Json.parse("[[1],[2,[]]]"), Json.parse("{'a':[null,{}]}"))),
    /** An attachment. */
    BYTES(Json.list(new byte[] {0, 1, 2, (byte) 0xff})),
    /** An attachment inside an object, and another one. */
    DEEP_BYTES(Json.list(Map.of("x", List.of(new byte[] {4, 5})), new byte[] {6})),
    /** More than fits a buffer. */
    LARGE(List.of("x".repeat(8_000))),
    /** Nothing at all where one event is emitted: what tells it from others is in its name. */
    BARE(List.of()),
    /** No arguments, in an event of the name "message", which some servers take for something of their own. */
    PLAIN_NAME(List.of()),
    /** Half a surrogate pair, which JSON can write and UTF-8 cannot; what arrives is not compared. */
    SURROGATE(List.of("\ue000"));

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes the nodes: they are written, compared, and copied
    private final List<JsonNode> arguments;

    Payload(List<?> arguments) {
        this.arguments = Json.list(arguments.toArray());
    }

    /** The arguments. */
    public List<JsonNode> arguments() {
        return arguments;
    }

    /** The word in scripts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it needs attachments. */
    public boolean binary() {
        return this == BYTES || this == DEEP_BYTES;
    }

    /** The packet as it is sent: the private character stands for what Java cannot write as UTF-8. */
    public static String escaped(String packet) {
        return packet.replace("\ue000", "\\ud800");
    }

    /** What to write down of arguments that arrived: the word if they are these, else the beginning of what came. */
    public String told(JsonNode arrived) {
        if (this == SURROGATE || Json.same(Json.array().addAll(arguments), arrived)) {
            return word();
        }
        String text = arrived.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "… (" + text.length() + " characters)";
    }
}
