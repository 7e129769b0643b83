package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.CloseCodesEchoed;
import dev.umpire.fixtures.saboteur.websocket.CloseDropped;
import dev.umpire.fixtures.saboteur.websocket.CloseReasonUnread;
import dev.umpire.fixtures.saboteur.websocket.CloseUnanswered;
import dev.umpire.fixtures.saboteur.websocket.HalfCloseCodeTaken;
import dev.umpire.fixtures.saboteur.websocket.IllegibleTextCalledProtocolError;
import dev.umpire.fixtures.saboteur.websocket.InvalidCloseCodesTaken;
import dev.umpire.fixtures.saboteur.websocket.LastWordsAfterClose;
import dev.umpire.fixtures.saboteur.websocket.ProtocolErrorUnsaid;
import dev.umpire.fixtures.saboteur.websocket.TcpLeftOpen;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Via;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * RFC 6455, 5.5.1 and 7.1: Close is answered with Close, which is the last frame; then the server closes TCP first.
 * Some status codes stand for what was never on the wire, and must not be put there.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "5.5.1")
@Needs(transports = Via.WEBSOCKET)
class CloseFrameRules {
    private static final int[] NEVER_SENT = {1005, 1006, 1015};
    private static final String CLOSES = "WS-CLOSE-ANSWERED";
    private static final int[] INVALID = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535};

    @Must(
            id = "WS-CLOSE-ANSWERED",
            says = "answers a Close frame with a Close frame",
            authority = Authority.RFC6455,
            sabotagedBy = {CloseDropped.class, CloseUnanswered.class},
            seenIn = "CL-04")
    void answersClose(Clients clients) {
        for (Frame close :
                List.of(Frame.close(1000), Frame.close(1001, new byte[] {'b', 'y', 'e'}), Frame.close(4999), empty())) {
            FrameSession session = FrameSession.open(clients);
            session.send(close);
            String answer = "a Close frame in answer to " + close;
            try {
                int code = session.awaitEnd().closeCode();
                expect(code != 0, answer, "the end of the connection without one");
            } catch (Violation e) {
                throw new Violation(answer, e.observed());
            }
        }
    }

    @Must(
            id = "WS-CLOSE-TCP",
            says = "closes the TCP connection once both sides have sent Close",
            authority = Authority.RFC6455,
            sabotagedBy = TcpLeftOpen.class)
    void closesTcpAfterClose(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        session.send(Frame.close(1000));
        framesAfterClose(session);
    }

    @Must(
            id = "WS-CLOSE-LAST",
            says = "sends nothing after its Close frame",
            authority = Authority.RFC6455,
            sabotagedBy = LastWordsAfterClose.class)
    void sendsNothingAfterClose(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        ByteArrayOutputStream burst = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            burst.writeBytes(Frame.text(session.question().packet()).masked());
        }
        burst.writeBytes(Frame.close(1000).masked());
        session.sendRaw(burst.toByteArray());
        List<Frame> frames = Clients.prerequisite("WS-CLOSE-TCP", () -> framesAfterClose(session));
        expect(frames.isEmpty(), "no frame after the server's Close", frames);
    }

    @Must(
            id = "WS-CLOSE-CODE-NEVER-SENT",
            says = "never puts the status codes 1005, 1006 and 1015 into a Close frame, not even in answer to one",
            authority = Authority.RFC6455,
            sabotagedBy = CloseCodesEchoed.class)
    @Section(spec = Spec.RFC_6455, anchor = "7.4.1")
    void neverSendsCodesThatStandForNone(Clients clients) {
        for (int code : NEVER_SENT) {
            FrameSession session = FrameSession.open(clients);
            session.send(Frame.close(code));
            Optional<Frame> answer = Clients.prerequisite(CLOSES, () -> awaitClose(session));
            expect(
                    answer.isEmpty()
                            || answer.get().payload().length < 2
                            || answer.get().closeCode() != code,
                    "another status than " + code + ", or none",
                    answer.map(Frame::toString).orElse("none"));
        }
    }

    @Should(
            id = "WS-CLOSE-CODE-INVALID",
            says = "takes a Close frame with a status code that none may send for a protocol error (status 1002)",
            authority = Authority.RFC6455,
            sabotagedBy = {InvalidCloseCodesTaken.class, CloseCodesEchoed.class, ProtocolErrorUnsaid.class})
    @Section(spec = Spec.RFC_6455, anchor = "7.4.2")
    void takesInvalidCodesForAnError(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (int code : INVALID) {
            offence.closesWith(1002, CLOSES, "Close with status " + code, session -> session.send(Frame.close(code)));
        }
    }

    @Should(
            id = "WS-CLOSE-ONE-BYTE",
            says = "takes a Close frame with half a status code for a protocol error (status 1002)",
            authority = Authority.RFC6455,
            sabotagedBy = {HalfCloseCodeTaken.class, ProtocolErrorUnsaid.class})
    void takesHalfACodeForAnError(Clients clients) {
        Frame half = Frame.of(true, Frame.CLOSE, new byte[] {3});
        new FrameOffence(clients)
                .closesWith(1002, CLOSES, "Close with a body of one byte", session -> session.send(half));
    }

    @Should(
            id = "WS-CLOSE-REASON-UTF8",
            says = "takes a Close frame whose reason is not UTF-8 for an error (status 1007)",
            authority = Authority.RFC6455,
            sabotagedBy = {CloseReasonUnread.class, IllegibleTextCalledProtocolError.class})
    @Section(spec = Spec.RFC_6455, anchor = "8.1")
    void takesAnIllegibleReasonForAnError(Clients clients) {
        Frame close = Frame.close(1000, new byte[] {(byte) 0xff, 'x'});
        new FrameOffence(clients)
                .closesWith(1007, CLOSES, "Close with a reason of FF 78", session -> session.send(close));
    }

    @Should(
            id = "WS-CLOSE-1002",
            says = "gives status 1002 when it fails a connection for a breach of the framing",
            authority = Authority.RFC6455,
            sabotagedBy = ProtocolErrorUnsaid.class)
    @Section(spec = Spec.RFC_6455, anchor = "7.1.7")
    @Section(spec = Spec.RFC_6455, anchor = "7.4.1")
    void saysThatTheFramingWasBroken(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        String packet = Question.of(clients, 99).packet();
        offence.closesWith(
                1002,
                "WS-FRAME-RESERVED-BITS",
                "a frame with RSV3",
                session -> session.send(Frame.text(packet).withReserved(1)));
        offence.closesWith(
                1002,
                "WS-FRAME-UNMASKED",
                "an unmasked frame",
                session -> session.sendRaw(Frame.text(packet).unmasked()));
        offence.closesWith(
                1002, "WS-FRAME-RESERVED-DATA-OPCODE", "opcode 3", session -> session.send(Frame.of(true, 3, packet)));
        offence.closesWith(
                1002,
                "WS-FRAGMENT-WITHOUT-START",
                "a continuation of nothing",
                session -> session.send(Frame.of(true, Frame.CONTINUATION, packet)));
        offence.closesWith(
                1002,
                "WS-CONTROL-TOO-LONG",
                "a Ping of 126 bytes",
                session -> session.send(Frame.of(true, Frame.PING, new byte[126])));
    }

    private static Frame empty() {
        return Frame.of(true, Frame.CLOSE, new byte[0]);
    }

    /** Waits for the server's Close; nothing if the connection ends without one. */
    private static Optional<Frame> awaitClose(FrameSession session) {
        Optional<Frame> frame = session.nextFrame();
        while (frame.isPresent() && frame.get().opcode() != Frame.CLOSE) {
            frame = session.nextFrame();
        }
        return frame;
    }

    /** The frames between the server's Close and the end of TCP, which must come at once. */
    private static List<Frame> framesAfterClose(FrameSession session) {
        Clients.prerequisite(CLOSES, () -> {
            Optional<Frame> close = awaitClose(session);
            expect(close.isPresent(), "a Close frame in answer to Close", "the end of the connection without one");
            return close;
        });
        List<Frame> frames = new ArrayList<>();
        try {
            Optional<Frame> frame = session.nextFrame();
            while (frame.isPresent()) {
                frames.add(frame.get());
                frame = session.nextFrame();
            }
        } catch (Violation e) {
            throw new Violation(
                    "the end of the TCP connection after both have sent Close", "it is still open; frames: " + frames);
        }
        return frames;
    }
}
