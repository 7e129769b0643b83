package dev.umpire.gatling.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as it arrived, not yet decoded; valid during the call that hands it over, since one object serves all events
 * of a connection.
 */
public final class Arrival {
    private static final ObjectMapper JSON = new ObjectMapper();

    private String namespace = "/";
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private List<byte[]> attachments = List.of();
    private long nanoTime;

    Arrival() {}

    void set(String where, byte[] packet, int first, int end, List<byte[]> parts) {
        namespace = where;
        bytes = packet;
        from = first;
        to = end;
        attachments = parts;
    }

    /** It came at another time than the one before. */
    void came(long time) {
        nanoTime = time;
    }

    /** The {@link System#nanoTime()} at which it was read; the same for all that came with one read. */
    public long nanoTime() {
        return nanoTime;
    }

    /** The namespace, such as {@code /}. */
    public String namespace() {
        return namespace;
    }

    /** Holds the JSON array of the event, name first, from {@link #from()} to {@link #to()}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the array begins. */
    public int from() {
        return from;
    }

    /** Where the array ends. */
    public int to() {
        return to;
    }

    /** The bytes that belong to it, in order. */
    public List<byte[]> attachments() {
        return attachments;
    }

    /** The JSON, shortened for people. */
    public String shown() {
        return Shown.of(bytes, from, to);
    }

    /**
     * The event.
     *
     * @throws MalformedEventException if it is no JSON array that begins with a name
     */
    public SocketIoEvent event() throws MalformedEventException {
        List<JsonNode> array = array();
        if (array.isEmpty() || !array.get(0).isTextual()) {
            throw new MalformedEventException("an event without a name: " + shown());
        }
        return new SocketIoEvent(namespace, array.get(0).asText(), array.subList(1, array.size()), attachments);
    }

    /** The same for an acknowledgement, which has no name. */
    SocketIoEvent acknowledgement() throws MalformedEventException {
        return new SocketIoEvent(namespace, "", array(), attachments);
    }

    private List<JsonNode> array() throws MalformedEventException {
        JsonNode array;
        try {
            array = JSON.readTree(bytes, from, to - from);
        } catch (JsonProcessingException e) {
            throw new MalformedEventException("what is no JSON: " + shown());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        if (array == null || !array.isArray()) {
            throw new MalformedEventException("what is no array of arguments: " + shown());
        }
        List<JsonNode> arguments = new ArrayList<>();
        array.forEach(arguments::add);
        return arguments;
    }
}
