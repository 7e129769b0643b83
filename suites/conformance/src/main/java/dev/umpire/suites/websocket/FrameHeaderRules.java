package dev.umpire.suites.websocket;

import dev.umpire.fixtures.saboteur.websocket.FrameInPiecesLost;
import dev.umpire.fixtures.saboteur.websocket.OneFrameInOnePiece;
import dev.umpire.fixtures.saboteur.websocket.ReservedBitsIgnored;
import dev.umpire.fixtures.saboteur.websocket.ReservedControlOpcodesIgnored;
import dev.umpire.fixtures.saboteur.websocket.ReservedDataOpcodesIgnored;
import dev.umpire.fixtures.saboteur.websocket.UnmaskedFramesTaken;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.robustness.Bystander;
import dev.umpire.suites.robustness.Question;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.io.ByteArrayOutputStream;

/**
 * RFC 6455, 5.1, 5.2 and 6.2: a client's frame is masked, its reserved bits are zero unless an extension gives them a
 * meaning, its opcode is one of six; frames are found in the stream of bytes however TCP cuts it.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "5.2")
@Needs(transports = Via.WEBSOCKET)
class FrameHeaderRules {
    /** Bytes of a short frame's head, mask included, and one more. */
    private static final int HEAD = 7;

    @Must(
            id = "WS-FRAME-UNMASKED",
            says = "fails the connection on which a client sends a frame without a mask",
            authority = Authority.RFC6455,
            sabotagedBy = UnmaskedFramesTaken.class)
    @Section(spec = Spec.RFC_6455, anchor = "5.1")
    void failsOnAFrameWithoutAMask(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (int opcode : new int[] {Frame.TEXT, Frame.BINARY, Frame.PING, Frame.CLOSE}) {
            Frame frame = opcode == Frame.CLOSE ? Frame.close(1000) : Frame.of(true, opcode, "40/unmasked,");
            offence.failsAfter("an unmasked " + frame.kind(), session -> session.sendRaw(frame.unmasked()));
        }
    }

    @Must(
            id = "WS-FRAME-RESERVED-BITS",
            says = "fails the connection when a reserved bit is set that no extension explains",
            authority = Authority.RFC6455,
            sabotagedBy = ReservedBitsIgnored.class,
            seenIn = "WF-03")
    void failsOnReservedBits(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (int bits : new int[] {4, 2, 1}) {
            Frame frame = Frame.text("40/reserved,").withReserved(bits);
            offence.failsAfter("a " + frame, session -> session.send(frame));
        }
        for (int opcode : new int[] {Frame.BINARY, Frame.PING}) {
            Frame frame = Frame.of(true, opcode, "40/reserved,").withReserved(4);
            offence.failsAfter("a " + frame, session -> session.send(frame));
        }
        Frame rest = Frame.of(true, Frame.CONTINUATION, ",").withReserved(4);
        offence.failsAfter("a " + rest, session -> {
            session.send(Frame.of(false, Frame.TEXT, "40/reserved"));
            session.send(rest);
        });
    }

    @Must(
            id = "WS-FRAME-RESERVED-DATA-OPCODE",
            says = "fails the connection at a reserved opcode of a data frame (3 to 7)",
            authority = Authority.RFC6455,
            sabotagedBy = ReservedDataOpcodesIgnored.class)
    void failsOnReservedDataOpcodes(Clients clients) {
        failsOnOpcodes(clients, 3, 7);
    }

    @Must(
            id = "WS-FRAME-RESERVED-CONTROL-OPCODE",
            says = "fails the connection at a reserved opcode of a control frame (11 to 15)",
            authority = Authority.RFC6455,
            sabotagedBy = ReservedControlOpcodesIgnored.class)
    void failsOnReservedControlOpcodes(Clients clients) {
        failsOnOpcodes(clients, 11, 15);
    }

    @Must(
            id = "WS-FRAME-BYTE-BY-BYTE",
            says = "understands a frame that arrives byte by byte",
            authority = Authority.RFC6455,
            sabotagedBy = FrameInPiecesLost.class)
    @Section(spec = Spec.RFC_6455, anchor = "6.2")
    void understandsAFrameByteByByte(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        FrameSession session = FrameSession.open(clients);
        Question question = session.question();
        byte[] frame = Frame.text(question.packet()).masked();
        for (int i = 0; i < frame.length; i++) {
            session.sendRaw(new byte[] {frame[i]});
            if (i < HEAD) {
                // while the bystander is served the server has time to read the byte by itself
                bystander.expectUnharmed("beside a frame that comes byte by byte");
            }
        }
        session.expectAnswerTo(question, " byte by byte");
    }

    @Must(
            id = "WS-FRAME-SEVERAL-AT-ONCE",
            says = "understands every frame of several that arrive together, in order",
            authority = Authority.RFC6455,
            sabotagedBy = OneFrameInOnePiece.class)
    @Section(spec = Spec.RFC_6455, anchor = "6.2")
    void understandsFramesThatArriveTogether(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        Question first = session.question();
        Question second = session.question();
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(Frame.text(first.packet()).masked());
        both.writeBytes(Frame.text(second.packet()).masked());
        session.sendRaw(both.toByteArray());
        session.expectAnswerTo(first, ", the first of two frames in one piece");
        session.expectAnswerTo(second, ", the second of two frames in one piece");
    }

    private static void failsOnOpcodes(Clients clients, int first, int last) {
        FrameOffence offence = new FrameOffence(clients);
        for (int opcode = first; opcode <= last; opcode++) {
            Frame frame = Frame.of(true, opcode, "4");
            offence.failsAfter("a frame with opcode " + opcode, session -> session.send(frame));
        }
    }
}
