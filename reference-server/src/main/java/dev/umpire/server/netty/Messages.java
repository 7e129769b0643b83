package dev.umpire.server.netty;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts the data frames of one connection together to messages and checks what RFC 6455 demands of clients' frames.
 * Keeps the bytes of one unfinished message and nothing for each fragment.
 */
final class Messages {
    private final int maxPayload;
    private final boolean deflate;
    private @Nullable ByteArrayOutputStream unfinished;
    private int unfinishedOpcode;
    private int unfinishedRsv;
    private @Nullable Utf8Stream unfinishedText;

    /**
     * Waits for a first message.
     *
     * @param maxPayload the most bytes of one, as it comes and as it is when inflated
     * @param deflate whether permessage-deflate was agreed to
     */
    Messages(int maxPayload, boolean deflate) {
        this.maxPayload = maxPayload;
        this.deflate = deflate;
    }

    /** What every frame of a client has to fulfil. */
    void check(Frame frame) throws WebSocketException {
        boolean mayBeCompressed = deflate && (frame.opcode() == Frame.TEXT || frame.opcode() == Frame.BINARY);
        if (frame.rsv() != 0 && !(mayBeCompressed && frame.rsv() == PerMessageDeflate.RSV1)) {
            throw violation("reserved bits without an extension that explains them"); // section 5.2
        }
        if (!frame.masked()) {
            throw violation("an unmasked frame from a client"); // section 5.1
        }
        int opcode = frame.opcode();
        if (opcode > Frame.PONG || (opcode > Frame.BINARY && opcode < Frame.CLOSE)) {
            throw violation("reserved opcode " + opcode); // section 5.2
        }
        if (Frame.isControl(opcode) && (!frame.fin() || frame.payload().length > 125)) {
            throw violation("a fragmented or oversized control frame"); // section 5.5
        }
    }

    /** Takes a checked data frame; the whole message as a frame if this was its end, else null. */
    @Nullable Frame add(Frame frame) throws WebSocketException {
        boolean continuation = frame.opcode() == Frame.CONTINUATION;
        if (continuation == (unfinished == null)) {
            throw violation(continuation ? "nothing to continue" : "a new message inside another"); // section 5.4
        }
        if (frame.fin() && !continuation) {
            return inflated(frame);
        }
        if (unfinished == null) {
            unfinished = new ByteArrayOutputStream(frame.payload().length);
            unfinishedOpcode = frame.opcode();
            unfinishedRsv = frame.rsv();
            unfinishedText = frame.opcode() == Frame.TEXT && frame.rsv() == 0 ? new Utf8Stream() : null;
        }
        if (unfinished.size() + frame.payload().length > maxPayload) {
            throw new WebSocketException(WebSocketException.TOO_BIG, "a message of too many bytes in all");
        }
        if (unfinishedText != null && !unfinishedText.accepts(frame.payload())) {
            throw new WebSocketException(
                    WebSocketException.INVALID_DATA, "a fragment that is not UTF-8"); // section 8.1
        }
        unfinished.writeBytes(frame.payload());
        if (!frame.fin()) {
            return null;
        }
        Frame message = new Frame(true, unfinishedRsv, unfinishedOpcode, true, unfinished.toByteArray());
        unfinished = null;
        return inflated(message);
    }

    /** What may check the text of a frame before all of it has arrived; null if it is not text, or compressed. */
    @Nullable Utf8Stream preview(int rsv, int opcode) {
        if (opcode == Frame.TEXT) {
            return unfinished == null && rsv == 0 ? new Utf8Stream() : null;
        }
        return opcode == Frame.CONTINUATION && unfinishedText != null && unfinished != null
                ? unfinishedText.copy()
                : null;
    }

    private Frame inflated(Frame message) throws WebSocketException {
        if (message.rsv() == 0) {
            return message;
        }
        return new Frame(true, 0, message.opcode(), true, PerMessageDeflate.inflate(message.payload(), maxPayload));
    }

    /** The text of a whole message. */
    static String text(Frame message) throws WebSocketException {
        String text = Utf8.decode(message.payload(), 0, message.payload().length);
        if (text == null) {
            throw new WebSocketException(WebSocketException.INVALID_DATA, "a text message that is not UTF-8");
        }
        return text;
    }

    /** The payload of the Close frame that answers this one: its code (sections 5.5.1 and 7.4). */
    static byte[] closeAnswer(Frame close) throws WebSocketException {
        byte[] body = close.payload();
        if (body.length == 0) {
            return body;
        }
        int code = body.length == 1 ? 0 : (body[0] & 0xff) << 8 | (body[1] & 0xff);
        if (!isSendable(code)) {
            throw violation("close code " + code);
        }
        if (Utf8.decode(body, 2, body.length - 2) == null) {
            throw new WebSocketException(WebSocketException.INVALID_DATA, "a close reason that is not UTF-8");
        }
        return Arrays.copyOf(body, 2);
    }

    /** Codes that RFC 6455, section 7.4 and the registry it set up allow in a frame. */
    private static boolean isSendable(int code) {
        return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
    }

    private static WebSocketException violation(String message) {
        return new WebSocketException(WebSocketException.PROTOCOL_ERROR, message);
    }
}
