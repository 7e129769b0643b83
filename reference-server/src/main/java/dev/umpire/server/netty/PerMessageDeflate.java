package dev.umpire.server.netty;

import dev.umpire.server.engineio.Request;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The extension permessage-deflate (RFC 7692), each message compressed by itself: a connection costs no memory for it,
 * be it one of many thousands.
 */
final class PerMessageDeflate {
    /** The value of {@link Frame#rsv} in the first frame of a compressed message (RFC 7692, section 6). */
    static final int RSV1 = 4;

    private static final String NAME = "permessage-deflate";
    private static final String SERVER_WINDOW = "server_max_window_bits";
    private static final String CLIENT_WINDOW = "client_max_window_bits";
    private static final String SERVER_FRESH = "server_no_context_takeover";
    private static final String CLIENT_FRESH = "client_no_context_takeover";

    /** What a flush ends with; it is left out on the wire (RFC 7692, section 7.2.1). */
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    private static final int CHUNK = 8192;

    // one pair for each event loop
    private static final ThreadLocal<Deflater> DEFLATER =
            ThreadLocal.withInitial(() -> new Deflater(Deflater.DEFAULT_COMPRESSION, true));
    private static final ThreadLocal<Inflater> INFLATER = ThreadLocal.withInitial(() -> new Inflater(true));

    private PerMessageDeflate() {}

    /** The value of Sec-WebSocket-Extensions that accepts one of a handshake's offers; nothing if none can be kept. */
    static Optional<String> answer(Request request) {
        return ExtensionOffer.of(request).stream()
                .filter(offer -> offer.name().equals(NAME) && isAcceptable(offer))
                .findFirst()
                .map(offer -> NAME + "; " + SERVER_FRESH + "; " + CLIENT_FRESH
                        + (offer.parameters().containsKey(SERVER_WINDOW) ? "; " + SERVER_WINDOW + "=15" : ""));
    }

    /** "a server MUST decline" an offer with a parameter that is unknown, repeated or invalid (section 7). */
    private static boolean isAcceptable(ExtensionOffer offer) {
        if (offer.ambiguous()) {
            return false;
        }
        for (Map.Entry<String, String> parameter : offer.parameters().entrySet()) {
            String value = parameter.getValue();
            boolean acceptable = switch (parameter.getKey()) {
                case SERVER_FRESH, CLIENT_FRESH -> value.isEmpty();
                case CLIENT_WINDOW -> value.isEmpty() || value.matches("[89]|1[0-5]");
                // the JDK compresses with a window of 15 bits and no other
                case SERVER_WINDOW -> value.equals("15");
                default -> false;
            };
            if (!acceptable) {
                return false;
            }
        }
        return true;
    }

    /** The compressed payload of a message (section 7.2.1). */
    static byte[] deflate(byte[] message) {
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        deflater.setInput(message);
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length / 2 + 16);
        byte[] chunk = new byte[CHUNK];
        int length = chunk.length;
        while (length == chunk.length) {
            length = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
            out.write(chunk, 0, length);
        }
        byte[] flushed = out.toByteArray();
        return Arrays.copyOf(flushed, flushed.length - TAIL.length);
    }

    /**
     * The message of a compressed payload (section 7.2.2).
     *
     * @param max the most bytes that it may have: a few bytes can stand for very many
     * @throws WebSocketException if it has more, or the payload is not what a compressor makes
     */
    static byte[] inflate(byte[] payload, int max) throws WebSocketException {
        Inflater inflater = INFLATER.get();
        inflater.reset();
        byte[] input = Arrays.copyOf(payload, payload.length + TAIL.length);
        System.arraycopy(TAIL, 0, input, payload.length, TAIL.length);
        inflater.setInput(input);
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(max, 2 * input.length));
        byte[] chunk = new byte[CHUNK];
        try {
            int length = inflater.inflate(chunk);
            while (length > 0) {
                if (out.size() + length > max) {
                    throw new WebSocketException(WebSocketException.TOO_BIG, "a message that inflates beyond " + max);
                }
                out.write(chunk, 0, length);
                length = inflater.inflate(chunk);
            }
        } catch (DataFormatException e) {
            throw new WebSocketException(WebSocketException.INVALID_DATA, "a message that cannot be inflated");
        }
        return out.toByteArray();
    }
}
