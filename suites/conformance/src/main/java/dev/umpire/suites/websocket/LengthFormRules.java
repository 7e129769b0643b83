package dev.umpire.suites.websocket;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.websocket.LongestLengthFormTooEarly;
import dev.umpire.fixtures.saboteur.websocket.PaddedLengthsTaken;
import dev.umpire.fixtures.saboteur.websocket.TopLengthBitUnread;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * RFC 6455, 5.2: a length is written in the fewest bytes that hold it, and of 64 bits the highest is never set. The
 * first binds the server as a sender; what it makes of a client that pads its lengths the text leaves open.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "5.2")
@Needs(transports = Via.WEBSOCKET)
class LengthFormRules {
    /** The longest and the shortest payload of two neighbouring forms. */
    private static final int[] BORDERS = {125, 126, 65_535, 65_536};

    /** Frames are held to the shortest form wherever they are read; here the lengths are those where it changes. */
    @Must(
            id = "WS-LENGTH-SHORTEST",
            sabotagedBy = LongestLengthFormTooEarly.class,
            says = "writes the lengths of its frames in the fewest bytes, also at 125, 126, 65535 and 65536 bytes",
            authority = Authority.RFC6455)
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void writesTheShortestForm(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        FrameSession session = FrameSession.open(clients);
        session.pingBefore(new byte[125]);
        for (int length : Arrays.stream(BORDERS)
                .filter(border -> most <= 0 || border <= most)
                .toArray()) {
            String text = "x".repeat(length - event("message-back", "").length());
            session.send(Frame.text(event("message", text)));
            String echo = event("message-back", text);
            // connection state recovery adds its offset behind the text
            String begin = echo.substring(0, echo.length() - 1);
            session.awaitText(message -> message.equals(echo) || message.startsWith(begin + ",\""));
        }
    }

    /** The bits below the highest make a length that is fine, and so many bytes follow: masking it away shows. */
    @Must(
            id = "WS-FRAME-LENGTH-TOP-BIT",
            sabotagedBy = TopLengthBitUnread.class,
            says = "fails the connection at a frame whose length has the highest of its 64 bits set",
            authority = Authority.RFC6455)
    void failsOnTheTopBit(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (int length : new int[] {100, 65_536}) {
            offence.failsAfter(
                    "a length with its highest bit set, and the others for " + length,
                    session -> session.sendRaw(frame(
                            question(session, length),
                            ByteBuffer.allocate(Long.BYTES).putLong(Long.MIN_VALUE | length))));
        }
    }

    // Node's ws 8.21 reads such frames like any other.
    @May(
            id = "WS-LENGTH-PADDED",
            sabotagedBy = PaddedLengthsTaken.class,
            says = "fails the connection on which a client writes a length in more bytes than it needs",
            authority = Authority.RFC6455)
    void failsOnPaddedLengths(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        offence.failsAfter(
                "a length of 100 in 2 bytes",
                session -> session.sendRaw(frame(
                        question(session, 100), ByteBuffer.allocate(Short.BYTES).putShort((short) 100))));
        offence.failsAfter(
                "a length of 100 in 8 bytes",
                session -> session.sendRaw(frame(
                        question(session, 100), ByteBuffer.allocate(Long.BYTES).putLong(100))));
    }

    private static String event(String name, String text) {
        return "42[\"" + name + "\",\"" + text + "\"]";
    }

    /** A question of so many bytes; an answer to it would show that it was read. */
    private static byte[] question(FrameSession session, int length) {
        String packet = session.question().packetWith("");
        return packet.replace("\"\"", '"' + "x".repeat(length - packet.length()) + '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A masked text frame with the bytes of its length as given. */
    private static byte[] frame(byte[] payload, ByteBuffer length) {
        int form = length.capacity() == Short.BYTES ? 126 : 127;
        return ByteBuffer.allocate(2 + length.capacity() + Integer.BYTES + payload.length)
                .put((byte) (0x80 | Frame.TEXT))
                .put((byte) (0x80 | form))
                .put(length.flip())
                .putInt(0)
                .put(payload)
                .array();
    }
}
