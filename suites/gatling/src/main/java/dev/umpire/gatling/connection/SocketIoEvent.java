package dev.umpire.gatling.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An event, or an acknowledgement, that a client received.
 *
 * @param namespace where, such as {@code /}
 * @param name name of the event; empty for an acknowledgement
 * @param arguments its arguments; an attachment stands as {@code {"_placeholder":true,"num":0}}
 * @param attachments the bytes that belong to it, in order
 */
public record SocketIoEvent(String namespace, String name, List<JsonNode> arguments, List<byte[]> attachments) {

    public SocketIoEvent {
        arguments = List.copyOf(arguments);
        attachments = List.copyOf(attachments);
    }
}
