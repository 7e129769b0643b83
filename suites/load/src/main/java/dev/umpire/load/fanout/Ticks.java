package dev.umpire.load.fanout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.packet.SocketHeader;
import dev.umpire.fixtures.packet.SocketPacket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * How the broadcasts of a run look on the wire. A tick as servers usually write it is read byte by byte, without an
 * object; any other spelling of the same JSON goes through the codec.
 */
final class Ticks {
    /** What is read from an event that is no tick of this run. */
    static final long NONE = -1;

    /** What is read from a tick whose arguments are not those that were emitted. */
    static final long CORRUPTED = -2;

    private static final int MOST_DIGITS = 15;
    private static final ByteBuf ACCEPTED = Unpooled.copiedBuffer("[{\"ok\":true}]", StandardCharsets.UTF_8);
    private static final int MOST_SHOWN = 80;

    private final String ours;
    private final String event;
    private final String payload;
    private final ByteBuf head;
    private final ByteBuf tail;

    Ticks(String token, int payloadLength) {
        ours = "~" + token + ":";
        event = ours + "tick";
        payload = "x".repeat(payloadLength);
        head = Unpooled.copiedBuffer("42[\"" + event + "\",", StandardCharsets.UTF_8);
        tail = Unpooled.copiedBuffer(",\"" + payload + "\"]", StandardCharsets.UTF_8);
    }

    /** Begins the names of all events of this run. */
    String ours() {
        return ours;
    }

    /** The event that receivers get. */
    String event() {
        return event;
    }

    /** The packet that lets the conformance app broadcast a tick; it is acknowledged with the same number. */
    String command(long number) {
        return "42" + number + "[\"umpire\",{\"op\":\"emit\",\"via\":\"broadcast\",\"event\":\"" + event
                + "\",\"args\":[" + number + ",\"" + payload + "\"]}]";
    }

    /**
     * The number of a tick.
     *
     * @param frame a text frame that begins with {@code 42}; left as it is
     * @return {@link #NONE} or {@link #CORRUPTED} if there is none
     */
    long read(ByteBuf frame) {
        int at = frame.readerIndex();
        int headLength = head.readableBytes();
        int digits = frame.readableBytes() - headLength - tail.readableBytes();
        boolean usual = digits > 0
                && digits <= MOST_DIGITS
                && (digits == 1 || frame.getByte(at + headLength) != '0')
                && ByteBufUtil.equals(frame, at, head, 0, headLength)
                && ByteBufUtil.equals(frame, at + headLength + digits, tail, 0, tail.readableBytes());
        return usual ? number(frame, at + headLength, digits) : decode(frame);
    }

    /** Name of the event in a frame; empty if it is none. */
    static String eventName(ByteBuf frame) {
        try {
            return packet(frame).eventName();
        } catch (MalformedPacketException e) {
            return "";
        }
    }

    /** Whether a frame is the acknowledgement of an accepted command, as servers usually write it. */
    static boolean plainlyAccepted(ByteBuf frame) {
        int length = ACCEPTED.readableBytes();
        return frame.readableBytes() > length
                && ByteBufUtil.equals(frame, frame.writerIndex() - length, ACCEPTED, 0, length);
    }

    /** A frame for people. */
    static String shown(ByteBuf frame) {
        String text = frame.toString(StandardCharsets.UTF_8);
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }

    private long number(ByteBuf frame, int from, int digits) {
        long number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = frame.getByte(i) - '0';
            if (digit < 0 || digit > 9) {
                return decode(frame);
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private long decode(ByteBuf frame) {
        try {
            SocketPacket packet = packet(frame);
            JsonNode data = packet.data();
            if (data == null
                    || !packet.namespace().equals(SocketPacket.MAIN)
                    || !packet.eventName().equals(event)) {
                return NONE;
            }
            boolean whole = data.size() == 3
                    && data.path(1).isIntegralNumber()
                    && data.path(1).asLong() >= 0
                    && data.path(2).asText().equals(payload);
            return whole ? data.path(1).asLong() : CORRUPTED;
        } catch (MalformedPacketException e) {
            return CORRUPTED;
        }
    }

    private static SocketPacket packet(ByteBuf frame) {
        String text = frame.toString(StandardCharsets.UTF_8);
        return SocketHeader.decode(text.substring(1));
    }
}
