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
 * The extension permessage-deflate (RFC 7692) as agreed to on one connection, each message compressed by itself: it
 * costs no memory for it, be it one of many thousands.
 *
 * @param window how far back the server's compression may refer: 2 to the power of this, in bytes (section 7.1.2.1)
 * @param windowAsked whether the client asked for a window, and thus is to be told of it
 */
record PerMessageDeflate(int window, boolean windowAsked) {
    private static final int LARGEST_WINDOW = 15;

    /** The value of {@link Frame#rsv} in the first frame of a compressed message (RFC 7692, section 6). */
    static final int RSV1 = 4;

    private static final String NAME = "permessage-deflate";
    private static final String WINDOW = "[89]|1[0-5]";
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

    /** Agrees to the first of a handshake's offers that can be kept; nothing if none can. */
    static Optional<PerMessageDeflate> agree(Request request) {
        return ExtensionOffer.of(request).stream()
                .filter(offer -> offer.name().equals(NAME) && isAcceptable(offer))
                .findFirst()
                .map(PerMessageDeflate::to);
    }

    private static PerMessageDeflate to(ExtensionOffer offer) {
        String asked = offer.parameters().get(SERVER_WINDOW);
        return new PerMessageDeflate(asked == null ? LARGEST_WINDOW : Integer.parseInt(asked), asked != null);
    }

    /** The value of Sec-WebSocket-Extensions that says so. */
    String answer() {
        return NAME + "; " + SERVER_FRESH + "; " + CLIENT_FRESH
                + (windowAsked ? "; " + SERVER_WINDOW + "=" + window : "");
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
                case CLIENT_WINDOW -> value.isEmpty() || value.matches(WINDOW);
                case SERVER_WINDOW -> value.matches(WINDOW);
                default -> false;
            };
            if (!acceptable) {
                return false;
            }
        }
        return true;
    }

    /** The compressed payload of a message (section 7.2.1). */
    byte[] deflate(byte[] message) {
        Deflater deflater = DEFLATER.get();
        deflater.reset();
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length / 2 + 16);
        // the JDK knows one window alone, the largest: a smaller one is kept by starting afresh as often as it is full
        int stretch = window == LARGEST_WINDOW ? Math.max(1, message.length) : 1 << window;
        int start = 0;
        do {
            int end = Math.min(message.length, start + stretch);
            deflater.setInput(message, start, end - start);
            drain(deflater, window == LARGEST_WINDOW ? Deflater.SYNC_FLUSH : Deflater.FULL_FLUSH, out);
            start = end;
        } while (start < message.length);
        byte[] flushed = out.toByteArray();
        return Arrays.copyOf(flushed, flushed.length - TAIL.length);
    }

    private static void drain(Deflater deflater, int flush, ByteArrayOutputStream out) {
        byte[] chunk = new byte[CHUNK];
        int length = chunk.length;
        while (length == chunk.length) {
            length = deflater.deflate(chunk, 0, chunk.length, flush);
            out.write(chunk, 0, length);
        }
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
