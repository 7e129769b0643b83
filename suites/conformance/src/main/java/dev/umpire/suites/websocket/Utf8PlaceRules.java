package dev.umpire.suites.websocket;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.FarTextUnchecked;
import dev.umpire.fixtures.saboteur.websocket.FragmentsReadAtTheEnd;
import dev.umpire.fixtures.saboteur.websocket.MiddleFragmentsUnchecked;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.robustness.Question;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * RFC 6455, 8.1: text is UTF-8 at every place of a message, not only where somebody looks. Each probe is a question
 * that is answered when one byte is left as it was.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "8.1")
@Needs(transports = Via.WEBSOCKET)
class Utf8PlaceRules {
    /** Stands in a packet where the byte FF is to be. */
    private static final char BAD = '\u00ff';

    /** More than one buffer of most servers. */
    private static final int FAR = 70_000;

    @Must(
            id = "WS-UTF8-EVERY-PLACE",
            sabotagedBy = FarTextUnchecked.class,
            says = "fails the connection at text that is not UTF-8 in a name, in a key, or far behind its beginning",
            authority = Authority.RFC6455)
    void failsAtEveryPlace(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        int most = clients.profile().handshake().maxPayload();
        String far = "x".repeat(Math.min(FAR, most > 0 ? most / 2 : FAR));
        fails(offence, "in the name of a namespace", (name, bad) -> "40" + name + bad + ",");
        fails(offence, "in a key", (name, bad) -> "40" + name + ",{\"k" + bad + "\":1}");
        fails(offence, "at the beginning of a value", (name, bad) -> "40" + name + ",{\"k\":\"" + bad + "x\"}");
        fails(offence, "at the end of a value", (name, bad) -> "40" + name + ",{\"k\":\"x" + bad + "\"}");
        fails(
                offence,
                "behind " + far.length() + " characters",
                (name, bad) -> "40" + name + ",{\"k\":\"" + far + bad + "\"}");
    }

    @Must(
            id = "WS-UTF8-LATER-FRAGMENT",
            sabotagedBy = MiddleFragmentsUnchecked.class,
            says = "fails the connection at a text of which a fragment in the middle is not UTF-8",
            authority = Authority.RFC6455)
    void failsAtAFragmentInTheMiddle(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (String control : new String[] {"", "between"}) {
            offence.failsAfter("text whose second of three fragments has the byte FF", session -> {
                session.expectAnswer();
                session.send(Frame.of(false, Frame.TEXT, session.question().packet() + "{\"text\":\""));
                if (!control.isEmpty()) {
                    session.expectPong(control.getBytes(StandardCharsets.UTF_8), "");
                }
                session.send(Frame.of(false, Frame.CONTINUATION, new byte[] {'a', (byte) 0xff, 'b'}));
                session.send(Frame.of(true, Frame.CONTINUATION, "\"}"));
            });
        }
    }

    // Node's ws looks at the whole message once it is there.
    @May(
            id = "WS-UTF8-FAIL-FAST",
            sabotagedBy = FragmentsReadAtTheEnd.class,
            says = "fails the connection at a fragment that is not UTF-8 before the message has ended",
            authority = Authority.RFC6455)
    void failsBeforeTheEnd(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        session.expectAnswer();
        session.send(Frame.of(false, Frame.TEXT, new byte[] {'4', '0', '/', (byte) 0xff, 'x'}));
        session.send(Frame.of(true, Frame.PING, "alive?"));
        Optional<Frame> frame = session.nextFrame();
        while (frame.isPresent() && frame.get().opcode() != Frame.CLOSE) {
            if (frame.get().opcode() == Frame.PONG) {
                throw new Violation("the end of the connection at the first bad fragment", "a Pong: it goes on");
            }
            frame = session.nextFrame();
        }
    }

    private static void fails(FrameOffence offence, String place, Packet packet) {
        offence.failsAfter("text with the byte FF " + place, session -> {
            Question valid = session.question();
            session.send(Frame.text(packet.with(valid.namespace(), "y")));
            // the name of a namespace grew by one letter: its beginning is enough to know the answer by
            session.expectAnswerTo(valid);
            byte[] bytes = packet.with(session.question().namespace(), String.valueOf(BAD))
                    .getBytes(StandardCharsets.ISO_8859_1);
            session.send(Frame.of(true, Frame.TEXT, bytes));
        });
    }

    /** A packet with a namespace and something else in it, which is plain ASCII but for that. */
    private interface Packet {
        String with(String namespace, String something);
    }
}
