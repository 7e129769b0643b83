package dev.umpire.suites.websocket;

import dev.umpire.fixtures.saboteur.websocket.ControlFragmentsJoined;
import dev.umpire.fixtures.saboteur.websocket.ControlWithoutFinTaken;
import dev.umpire.fixtures.saboteur.websocket.LongControlFramesCut;
import dev.umpire.fixtures.saboteur.websocket.MessageLostAtPing;
import dev.umpire.fixtures.saboteur.websocket.PongEmpty;
import dev.umpire.fixtures.saboteur.websocket.PongOmitted;
import dev.umpire.fixtures.saboteur.websocket.PongWithheldAmidFragments;
import dev.umpire.fixtures.saboteur.websocket.UnsolicitedPongHated;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.robustness.Question;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * RFC 6455, 5.5: Ping is answered with Pong and the same bytes, also amid a fragmented message; Pong may come unasked;
 * a control frame is whole and carries at most 125 bytes, and one that is not leaves nothing to go on with.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "5.5")
@Needs(transports = Via.WEBSOCKET)
class ControlFrameRules {

    @Must(
            id = "WS-PING-ANSWERED",
            says = "answers Ping with a Pong that carries the same bytes",
            authority = Authority.RFC6455,
            sabotagedBy = {PongOmitted.class, PongEmpty.class},
            seenIn = "WF-06")
    @Section(spec = Spec.RFC_6455, anchor = "5.5.3")
    void answersPingWithTheSameBytes(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        session.expectPong("hello".getBytes(StandardCharsets.UTF_8), "");
        session.expectPong(new byte[0], "");
        session.expectPong(bytes(125), "");
    }

    @Must(
            id = "WS-PING-AMID-FRAGMENTS",
            says = "answers Ping between the fragments of a message, and the message after it",
            authority = Authority.RFC6455,
            sabotagedBy = {PongWithheldAmidFragments.class, MessageLostAtPing.class})
    @Section(spec = Spec.RFC_6455, anchor = "5.4")
    void answersPingBetweenFragments(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        session.pingBefore(bytes(3));
        Question question = session.question();
        // a pong of Engine.IO is a message, which must not come amid another one
        session.stopAnsweringHeartbeats();
        session.send(Frame.of(false, Frame.TEXT, question.packet().substring(0, 5)));
        session.expectPong("between".getBytes(StandardCharsets.UTF_8), " between two fragments");
        session.send(Frame.of(true, Frame.CONTINUATION, question.packet().substring(5)));
        session.expectAnswerTo(question, " in two fragments, with a Ping between them");
    }

    @Must(
            id = "WS-PONG-UNSOLICITED",
            says = "puts up with a Pong that it did not ask for",
            authority = Authority.RFC6455,
            sabotagedBy = UnsolicitedPongHated.class,
            seenIn = "WF-06")
    @Section(spec = Spec.RFC_6455, anchor = "5.5.3")
    void putsUpWithAnUnsolicitedPong(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        session.send(Frame.of(true, Frame.PONG, "unsolicited"));
        Question question = session.question();
        session.send(Frame.text(question.packet()));
        session.expectAnswerTo(question, " after a Pong that was not asked for");
    }

    @Must(
            id = "WS-CONTROL-TOO-LONG",
            says = "fails the connection at a control frame of more than 125 bytes",
            authority = Authority.RFC6455,
            sabotagedBy = LongControlFramesCut.class)
    void failsOnALongControlFrame(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (Frame frame : controlFrames(126)) {
            offence.failsAfter("a " + frame.kind() + " of 126 bytes", session -> {
                session.pingBefore(bytes(125));
                session.send(frame);
            });
        }
    }

    @Must(
            id = "WS-CONTROL-FRAGMENTED",
            says = "fails the connection at a control frame that is not whole",
            authority = Authority.RFC6455,
            sabotagedBy = {ControlWithoutFinTaken.class, ControlFragmentsJoined.class})
    void failsOnAFragmentedControlFrame(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (Frame frame : controlFrames(3)) {
            offence.failsAfter("a " + frame.kind() + " without FIN", session -> {
                session.pingBefore(bytes(3));
                // nothing behind it: a continuation would be an offence of its own
                session.send(Frame.of(false, frame.opcode(), frame.payload()));
            });
        }
    }

    /** One of each kind; the bytes of Close begin with a status code that is allowed. */
    private static List<Frame> controlFrames(int length) {
        byte[] reason = "x".repeat(length - 2).getBytes(StandardCharsets.UTF_8);
        return List.of(
                Frame.of(true, Frame.PING, bytes(length)),
                Frame.of(true, Frame.PONG, bytes(length)),
                Frame.close(1000, reason));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 + length);
        }
        return bytes;
    }
}
