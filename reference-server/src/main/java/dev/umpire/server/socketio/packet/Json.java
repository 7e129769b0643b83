package dev.umpire.server.socketio.packet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON text to plain values and back, with byte arrays written as placeholders (Socket.IO v5, "Format"). */
final class Json {
    /**
     * Deeper documents are refused, so that neither reading nor walking one can exhaust an event loop's stack. Below
     * Jackson's limit for writing (1000), so that what was read can be sent again inside an answer.
     */
    private static final int MAX_DEPTH = 900;

    private static final Object ATTACHMENTS = new Object();

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            // maxPayload bounds these already
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    // names come from strangers: a cache of them would only grow
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            // 1e400 has no double
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new SimpleModule().addSerializer(byte[].class, new PlaceholderSerializer()))
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(Object.class);
    private static final ObjectWriter WRITER = MAPPER.writer();

    private Json() {}

    static @Nullable Object read(String text) throws MalformedPacketException {
        try {
            return READER.readValue(text);
        } catch (JsonProcessingException e) {
            throw new MalformedPacketException("invalid JSON: " + e.getOriginalMessage());
        }
    }

    /** Writes a value; each byte array found in it is appended to {@code attachments}. */
    static String write(Object value, List<byte[]> attachments) {
        try {
            return escapeLoneSurrogates(
                    WRITER.withAttribute(ATTACHMENTS, attachments).writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Half a surrogate pair has no UTF-8 form; inside JSON it can still be written as an escape. */
    private static String escapeLoneSurrogates(String json) {
        StringBuilder escaped = null;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                i++;
                if (escaped != null) {
                    escaped.append(c).append(json.charAt(i));
                }
            } else if (Character.isSurrogate(c)) {
                if (escaped == null) {
                    escaped = new StringBuilder(json.length() + 16).append(json, 0, i);
                }
                escaped.append("\\u").append(Integer.toHexString(c));
            } else if (escaped != null) {
                escaped.append(c);
            }
        }
        return escaped == null ? json : escaped.toString();
    }

    private static final class PlaceholderSerializer extends JsonSerializer<byte[]> {
        @Override
        public void serialize(byte[] bytes, JsonGenerator json, SerializerProvider provider) throws IOException {
            @SuppressWarnings("unchecked") // set by write(), the only user of this mapper's writer
            List<byte[]> attachments = (ArrayList<byte[]>) provider.getAttribute(ATTACHMENTS);
            json.writeStartObject();
            json.writeBooleanField("_placeholder", true);
            json.writeNumberField("num", attachments.size());
            json.writeEndObject();
            attachments.add(bytes);
        }
    }
}
