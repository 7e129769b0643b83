package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.websocket.CloseReasonsCut;
import dev.umpire.fixtures.saboteur.websocket.LibraryCloseCodesRefused;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.nio.charset.StandardCharsets;

/**
 * RFC 6455, 7.4: the status codes that a client may send, those of libraries and applications included. A server closes
 * in return and has nothing to complain of.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "7.4")
@Needs(transports = Via.WEBSOCKET)
class CloseCodeRules {
    private static final int[] VALID = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999};

    /** Most bytes of a reason: what a control frame leaves behind the status code (5.5). */
    private static final int LONGEST_REASON = 123;

    @Must(
            id = "WS-CLOSE-CODE-VALID",
            sabotagedBy = LibraryCloseCodesRefused.class,
            says = "answers Close with every status code that a client may send by Close, not by a complaint",
            authority = Authority.RFC6455)
    void acceptsEveryValidCode(Clients clients) {
        for (int code : VALID) {
            FrameSession session = FrameSession.open(clients);
            session.send(Frame.close(code, "bye".getBytes(StandardCharsets.UTF_8)));
            expectNoComplaint(session.awaitEnd().closeCode(), code);
        }
    }

    @Should(
            id = "WS-CLOSE-REASON-LONG",
            sabotagedBy = CloseReasonsCut.class,
            says = "answers Close with a reason of 123 bytes in any script like any other",
            authority = Authority.RFC6455)
    @Section(spec = Spec.RFC_6455, anchor = "5.5")
    void acceptsTheLongestReason(Clients clients) {
        for (String character : new String[] {"x", "€"}) {
            FrameSession session = FrameSession.open(clients);
            int width = character.getBytes(StandardCharsets.UTF_8).length;
            byte[] reason = character.repeat(LONGEST_REASON / width).getBytes(StandardCharsets.UTF_8);
            session.send(Frame.close(1000, reason));
            expectNoComplaint(session.awaitEnd().closeCode(), 1000);
        }
    }

    /** 1002 and 1007 are complaints, unless they are the client's own words. */
    private static void expectNoComplaint(int answer, int code) {
        expect(
                answer != 0 && (answer == code || (answer != 1002 && answer != 1007)),
                "a Close frame with status " + code + ", or another but 1002 and 1007",
                answer == 0 ? "the end of the connection without one" : "a Close frame with status " + answer);
    }
}
