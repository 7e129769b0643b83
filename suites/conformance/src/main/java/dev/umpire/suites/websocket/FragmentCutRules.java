package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.CloseAmidFragmentsRefused;
import dev.umpire.fixtures.saboteur.websocket.FirstFragmentOfOneByteLost;
import dev.umpire.fixtures.saboteur.websocket.ManyFragmentsLost;
import dev.umpire.fixtures.saboteur.websocket.PongAmidFragmentsHated;
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
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * RFC 6455, 5.4: where a message is cut is nobody's business, control frames may come between any two fragments, and
 * only the last of them ends a message.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "5.4")
@Needs(transports = Via.WEBSOCKET)
class FragmentCutRules {
    /** Fragments of a message that is cut as finely as can be. */
    private static final int MANY = 20_000;

    @Must(
            id = "WS-FRAGMENT-EVERY-CUT",
            sabotagedBy = FirstFragmentOfOneByteLost.class,
            says = "puts a message together wherever it is cut in two",
            authority = Authority.RFC6455,
            seenIn = "WF-01")
    void acceptsEveryCut(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        int length = session.question().packetWith("é😀").getBytes(StandardCharsets.UTF_8).length;
        for (int cut = 0; cut <= length; cut++) {
            Question question = session.question();
            byte[] message = question.packetWith("é😀").getBytes(StandardCharsets.UTF_8);
            int at = Math.min(cut, message.length);
            session.send(Frame.of(false, Frame.TEXT, Arrays.copyOfRange(message, 0, at)));
            session.send(Frame.of(true, Frame.CONTINUATION, Arrays.copyOfRange(message, at, message.length)));
            expectAnswer(session, question, "a message cut after " + at + " bytes");
        }
    }

    @Must(
            id = "WS-PONG-AMID-FRAGMENTS",
            sabotagedBy = PongAmidFragmentsHated.class,
            says = "puts up with Pongs that it did not ask for between the fragments of a message",
            authority = Authority.RFC6455)
    @Section(spec = Spec.RFC_6455, anchor = "5.5.3")
    void putsUpWithPongsBetweenFragments(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        Question question = session.question();
        String packet = question.packet();
        session.send(Frame.of(false, Frame.TEXT, packet.substring(0, 3)));
        session.send(Frame.of(true, Frame.PONG, "unasked"));
        session.send(Frame.of(false, Frame.CONTINUATION, packet.substring(3, 6)));
        session.send(Frame.of(true, Frame.PONG, ""));
        session.send(Frame.of(true, Frame.CONTINUATION, packet.substring(6)));
        expectAnswer(session, question, "a message with Pongs between its fragments");
    }

    @Must(
            id = "WS-CLOSE-AMID-FRAGMENTS",
            sabotagedBy = CloseAmidFragmentsRefused.class,
            says = "answers a Close frame that comes between the fragments of a message",
            authority = Authority.RFC6455)
    @Section(spec = Spec.RFC_6455, anchor = "5.5.1")
    void answersCloseBetweenFragments(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        session.send(Frame.of(false, Frame.TEXT, session.question().packet()));
        session.send(Frame.close(1000));
        int code = session.awaitEnd().closeCode();
        expect(
                code != 0 && code != 1002 && code != 1007,
                "a Close frame in answer to one amid a message, and no complaint",
                code == 0 ? "the end of the connection without one" : "a Close frame with status " + code);
    }

    // ws before 8.21 kept an object for each fragment: far more memory than the message's own (CVE-2026-48779).
    @Should(
            id = "WS-FRAGMENT-FLOOD",
            sabotagedBy = ManyFragmentsLost.class,
            says =
                    "serves others while a message comes in thousands of fragments, and answers it or ends its connection",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = "WF-04")
    void servesOthersBesideManyFragments(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        FrameSession session = FrameSession.open(clients);
        Question question = session.question();
        int most = clients.profile().handshake().maxPayload();
        byte[] message = question.packetWith("x".repeat(Math.min(MANY, most > 0 ? most / 2 : MANY)))
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frames = new ByteArrayOutputStream(8 * message.length);
        for (int i = 0; i < message.length; i++) {
            int opcode = i == 0 ? Frame.TEXT : Frame.CONTINUATION;
            frames.writeBytes(Frame.of(i == message.length - 1, opcode, new byte[] {message[i]})
                    .masked());
        }
        session.sendRaw(frames.toByteArray());
        bystander.expectUnharmed("beside thousands of fragments");
        expectAnswerOrEnd(session, question);
        bystander.expectUnharmed("after thousands of fragments");
    }

    /** Reads until the question is answered or the connection is closed; silence is a violation. */
    private static void expectAnswerOrEnd(FrameSession session, Question question) {
        try {
            Optional<Frame> frame = session.nextFrame();
            while (frame.isPresent()
                    && frame.get().opcode() != Frame.CLOSE
                    && !question.answeredBy(frame.get().text())) {
                frame = session.nextFrame();
            }
        } catch (Violation e) {
            throw new Violation(
                    "an answer to a message in thousands of fragments, or the end of its connection", e.observed());
        }
    }

    private static void expectAnswer(FrameSession session, Question question, String message) {
        try {
            session.expectAnswerTo(question);
        } catch (Violation e) {
            throw new Violation("an answer to " + message, e.observed());
        }
    }
}
