package dev.umpire.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One thing that crossed a wire, or a remark of the harness, while a rule ran.
 *
 * @param micros microseconds since the rule began
 * @param connection name of the client connection, such as {@code alice} or {@code wire-1}
 * @param direction who sent it
 * @param kind what it was, such as {@code http request}, {@code text frame}, {@code close frame}, {@code tcp}
 * @param content the bytes as text; bytes that are not printable are escaped as {@code \xNN}
 * @param meaning the content decoded for people, such as {@code message · EVENT "tick"}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptEntry(
        long micros,
        String connection,
        Direction direction,
        String kind,
        String content,
        @Nullable String meaning) {

    /** Which way an entry went. */
    public enum Direction {
        @JsonProperty("sent")
        SENT,
        @JsonProperty("received")
        RECEIVED,
        @JsonProperty("note")
        NOTE
    }
}
