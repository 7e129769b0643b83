package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.ContinuationTaggedAsText;
import dev.umpire.fixtures.saboteur.websocket.EmptyBinaryDropped;
import dev.umpire.fixtures.saboteur.websocket.FragmentsUncounted;
import dev.umpire.fixtures.saboteur.websocket.LongTextCut;
import dev.umpire.fixtures.saboteur.websocket.MaxPayloadUnlimited;
import dev.umpire.fixtures.saboteur.websocket.PongMasked;
import dev.umpire.fixtures.saboteur.websocket.PongWithReservedBit;
import dev.umpire.fixtures.saboteur.websocket.SixteenBitLengthMisread;
import dev.umpire.fixtures.saboteur.websocket.TooBigUnsaid;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.RawWebSocket;
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
import java.util.stream.IntStream;

/**
 * RFC 6455, 5.2: a payload's length takes 7, 16 or 64 bits, and both sides meet at the borders between them. What the
 * server sends is held to the shortest form wherever a frame is read.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "5.2")
@Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
class LengthRules {
    private static final int[] BORDERS = {0, 1, 125, 126, 127, 128, 65_535, 65_536};
    private static final String ASKED = "42[\"message\",\"%s\"]";
    private static final String ANSWERED = "42[\"message-back\",\"%s\"]";

    /** Most bytes of a message for which trying to exceed the limit is reasonable. */
    private static final int BEARABLE = 16 * 1024 * 1024;

    @Must(
            id = "WS-LENGTH-TEXT",
            says = "reads and writes text frames of every form of length (125, 126, 127, 65535, 65536 bytes)",
            authority = Authority.RFC6455,
            sabotagedBy = {SixteenBitLengthMisread.class, LongTextCut.class},
            seenIn = {"WF-02", "RB-11"})
    void carriesTextOfEveryLength(Clients clients) {
        for (int length : borders(clients)) {
            FrameSession session = FrameSession.open(clients);
            for (String packet : new String[] {ASKED, ANSWERED}) {
                String text = "x".repeat(Math.max(0, length - packet.length() + 2));
                session.send(Frame.text(String.format(ASKED, text)));
                expectBack(session, Json.of(text), "a text of " + text.length() + " bytes");
            }
        }
    }

    @Must(
            id = "WS-LENGTH-BINARY",
            says = "reads and writes binary frames of every form of length (0, 125, 126, 127, 65535, 65536 bytes)",
            authority = Authority.RFC6455,
            sabotagedBy = {SixteenBitLengthMisread.class, EmptyBinaryDropped.class},
            seenIn = "RB-11")
    @Needs(tier = Tier.ECHO, capabilities = "binary", transports = Via.WEBSOCKET)
    void carriesBytesOfEveryLength(Clients clients) {
        for (int length : borders(clients)) {
            FrameSession session = FrameSession.open(clients);
            byte[] bytes = bytes(length);
            session.send(Frame.text("451-[\"message\",{\"_placeholder\":true,\"num\":0}]"));
            session.send(Frame.binary(bytes));
            expectBack(session, Json.of(bytes), length + " bytes");
        }
    }

    @Must(
            id = "WS-SERVER-FRAMES",
            says = "masks none of its own frames, sets no reserved bit, and begins and ends its messages in order",
            authority = Authority.RFC6455,
            sabotagedBy = {PongMasked.class, PongWithReservedBit.class, ContinuationTaggedAsText.class})
    @Section(spec = Spec.RFC_6455, anchor = "5.1")
    @Section(spec = Spec.RFC_6455, anchor = "5.4")
    @Needs(transports = Via.WEBSOCKET)
    void sendsSoundFrames(Clients clients) {
        RawWebSocket socket = clients.rawWebSocket("");
        socket.send("40");
        socket.send(Frame.of(true, Frame.PING, "a control frame"));
        socket.send("40/umpire-fence,");
        boolean underWay = false;
        Frame frame = next(socket);
        while (!frame.text().startsWith("44/umpire-fence")) {
            if (!frame.control()) {
                expectEqual(underWay ? "a continuation" : "a first frame", continuation(frame));
                underWay = !frame.fin();
            }
            frame = next(socket);
        }
    }

    @Should(
            id = "WS-MAX-PAYLOAD-FRAME",
            says = "closes the connection on which a message of more than maxPayload bytes arrives",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = MaxPayloadUnlimited.class,
            seenIn = "RB-06")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    @Needs(transports = Via.WEBSOCKET)
    void closesOnAMessageAboveMaxPayload(Clients clients) {
        String text = tooMuch(clients);
        new FrameOffence(clients)
                .failsAfter("a message of maxPayload + 1 bytes", session -> session.send(Frame.text(text)));
    }

    @Should(
            id = "WS-MAX-PAYLOAD-FRAGMENTS",
            says = "closes the connection on which fragments add up to more than maxPayload bytes",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {FragmentsUncounted.class, MaxPayloadUnlimited.class},
            seenIn = "RB-06")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    @Needs(transports = Via.WEBSOCKET)
    void closesOnFragmentsAboveMaxPayload(Clients clients) {
        String text = tooMuch(clients);
        int half = text.length() / 2;
        new FrameOffence(clients).failsAfter("fragments of maxPayload + 1 bytes together", session -> {
            session.send(Frame.of(false, Frame.TEXT, text.substring(0, half)));
            session.send(Frame.of(true, Frame.CONTINUATION, text.substring(half)));
        });
    }

    @Should(
            id = "WS-CLOSE-1009",
            says = "gives status 1009 when a message is too big for it",
            authority = Authority.RFC6455,
            sabotagedBy = TooBigUnsaid.class,
            seenIn = "RB-07")
    @Section(spec = Spec.RFC_6455, anchor = "7.4.1")
    @Needs(transports = Via.WEBSOCKET)
    void saysThatAMessageWasTooBig(Clients clients) {
        String text = tooMuch(clients);
        new FrameOffence(clients)
                .closesWith(
                        1009,
                        "WS-MAX-PAYLOAD-FRAME",
                        "a message of maxPayload + 1 bytes",
                        session -> session.send(Frame.text(text)));
    }

    private static void expectBack(FrameSession session, JsonNode argument, String sent) {
        JsonNode back;
        try {
            back = session.awaitEvent("message-back").data().path(1);
        } catch (Violation e) {
            throw new Violation(sent + " back in message-back", e.observed());
        }
        expect(back.equals(argument), sent + " back in message-back", "something else");
    }

    private static Frame next(RawWebSocket socket) {
        return socket.next().orElseThrow(() -> new Violation("a frame", "the end of the connection"));
    }

    private static String continuation(Frame frame) {
        return frame.opcode() == Frame.CONTINUATION ? "a continuation" : "a first frame";
    }

    /** A packet one byte longer than announced; a CONNECT question, so that an answer would show that it was read. */
    private static String tooMuch(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        if (most <= 0 || most > BEARABLE) {
            throw new NotApplicable("the target announces maxPayload " + most);
        }
        String packet = Question.of(clients, 99).packetWith("");
        String filled = packet.substring(0, packet.length() - 2);
        return filled + "x".repeat(Math.max(1, most + 1 - packet.length())) + "\"}";
    }

    private static int[] borders(Clients clients) {
        int most = clients.profile().handshake().maxPayload();
        return IntStream.of(BORDERS)
                .filter(length -> most <= 0 || length <= most)
                .toArray();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + length);
        }
        return bytes;
    }
}
