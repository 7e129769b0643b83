package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.websocket.EventBehindReservedBitHandled;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.io.ByteArrayOutputStream;

/** RFC 6455, 7.1.7: once a connection is failed, nothing more that the client sent on it is acted on. */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "7.1.7")
@Needs(tier = Tier.UMPIRE, transports = Via.WEBSOCKET)
class FailedConnectionRules {

    @Must(
            id = "WS-FAILED-DEAF",
            sabotagedBy = EventBehindReservedBitHandled.class,
            says = "handles no event that comes behind an illegal frame, in one piece with it",
            authority = Authority.RFC6455)
    void handlesNothingBehindAnIllegalFrame(Clients clients) {
        ClientSocket bob = clients.socket("bob");
        deafAfter(
                clients,
                bob,
                "a frame with RSV3",
                "WS-FRAME-RESERVED-BITS",
                Frame.text("40").withReserved(1).masked());
        deafAfter(
                clients,
                bob,
                "a frame with opcode 3",
                "WS-FRAME-RESERVED-DATA-OPCODE",
                Frame.of(true, 3, "40").masked());
        deafAfter(
                clients,
                bob,
                "an unmasked frame",
                "WS-FRAME-UNMASKED",
                Frame.text("40").unmasked());
        deafAfter(
                clients,
                bob,
                "a Ping of 126 bytes",
                "WS-CONTROL-TOO-LONG",
                Frame.of(true, Frame.PING, new byte[126]).masked());
    }

    /** The same event without the illegal frame before it is handled, as a bystander hears. */
    private static void deafAfter(Clients clients, ClientSocket bob, String what, String covered, byte[] illegal) {
        String before = clients.event("before " + what);
        String behind = clients.event("behind " + what);
        FrameSession session = FrameSession.open(clients);
        session.send(broadcast(before));
        Clients.prerequisite("SCOPE-IO-EVERYONE", () -> bob.await(before));
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        piece.writeBytes(illegal);
        piece.writeBytes(broadcast(behind).masked());
        session.sendRaw(piece.toByteArray());
        Clients.prerequisite(covered, session::awaitEnd);
        bob.request("message-with-ack");
        bob.read(clients.timing().quiet());
        expect(
                bob.received(behind).isEmpty(),
                "nothing of an event that came in one piece with " + what + ", behind it",
                "that the event was handled, and broadcast to another client");
    }

    private static Frame broadcast(String event) {
        return Frame.text("421[\"umpire\",{\"op\":\"emit\",\"via\":\"io\",\"event\":\"" + event + "\"}]");
    }
}
