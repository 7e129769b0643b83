package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.CloseSentTwice;
import dev.umpire.fixtures.saboteur.websocket.ConnectionReset;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * RFC 6455, 5.5.1 and 7.1.1: both sides may begin to close at the same time, and either takes the other's Close for the
 * answer to its own; the TCP connection ends by FIN, which loses nothing that is still under way.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "7.1.1")
@Needs(transports = Via.WEBSOCKET)
class ClosingRules {
    private static final String CLOSE = "421[\"umpire\",{\"op\":\"disconnect\",\"close\":true}]";

    /** Nothing is sent after Close: bytes that a server leaves unread would make it reset the connection. */
    @Should(
            id = "WS-CLOSE-FIN",
            sabotagedBy = ConnectionReset.class,
            says = "ends the TCP connection by FIN, not by RST, after both sides have sent Close",
            authority = Authority.RFC6455)
    void endsByFin(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        session.fallSilent();
        session.send(Frame.close(1000));
        Clients.prerequisite("WS-CLOSE-TCP", () -> closesUntilTheEnd(session));
        expect(!session.wasReset(), "the end of the TCP connection by FIN after both have sent Close", "RST");
    }

    /**
     * Where both are on their way at once, the server cannot tell the client's Close from an answer: so one that comes
     * late is tried as well, and does not depend on luck. A server may end TCP without a Close of its own.
     */
    @Must(
            id = "WS-CLOSE-CROSSED",
            sabotagedBy = CloseSentTwice.class,
            says = "sends one Close frame and closes the TCP connection where its Close and the client's cross",
            authority = Authority.RFC6455)
    @Section(spec = Spec.RFC_6455, anchor = "5.5.1")
    @Needs(tier = Tier.UMPIRE, transports = Via.WEBSOCKET)
    void sendsOneCloseWhereTwoCross(Clients clients) {
        crossed(clients, session -> {});
        crossed(clients, session -> session.awaitText(text -> text.startsWith("431[")));
        crossed(clients, session -> session.awaitText(text -> text.equals("41")));
    }

    /** Has the application close the connection, and at some moment closes it from this side too. */
    private static void crossed(Clients clients, Consumer<FrameSession> moment) {
        FrameSession session = FrameSession.open(clients);
        session.send(Frame.text(CLOSE));
        Clients.prerequisite("SIO-DISCONNECT-CLOSE-WEBSOCKET", () -> {
            moment.accept(session);
            return session;
        });
        session.send(Frame.close(1000));
        List<Frame> closes = closesUntilTheEnd(session);
        expect(closes.size() < 2, "one Close frame where the server's and the client's cross", closes);
    }

    private static List<Frame> closesUntilTheEnd(FrameSession session) {
        List<Frame> closes = new ArrayList<>();
        try {
            for (Optional<Frame> frame = session.nextFrame(); frame.isPresent(); frame = session.nextFrame()) {
                if (frame.get().opcode() == Frame.CLOSE) {
                    closes.add(frame.get());
                }
            }
        } catch (Violation e) {
            throw new Violation(
                    "the end of the TCP connection after both have sent Close",
                    "it is still open; Close frames: " + closes);
        }
        return closes;
    }
}
