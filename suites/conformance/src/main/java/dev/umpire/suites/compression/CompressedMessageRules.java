package dev.umpire.suites.compression;

import static dev.umpire.suites.rule.Expect.expectEqual;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
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
import java.util.Arrays;

/**
 * RFC 7692, 6 and 7.2: a message is compressed as a whole, then cut into frames of which the first has RSV1 set; where
 * it is not set, the message is as it is.
 */
@PartOf(Suite.COMPRESSION)
@Section(spec = Spec.RFC_7692, anchor = "7.2.2")
@Needs(transports = Via.WEBSOCKET)
class CompressedMessageRules {
    private static final String LONG = "zoë ∑ 中 😀 ".repeat(400);

    @Must(
            id = "WS-DEFLATE-TEXT",
            says = "understands a compressed text message and answers so that the client understands",
            authority = Authority.RFC7692)
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void understandsText(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        // the second half refers to the first, as far back as a whole window reaches
        String far = Noise.text(32_400).repeat(2);
        for (String text : new String[] {"", "short", LONG, Noise.text(5000), far}) {
            session.send("42[\"message\",\"" + text + "\"]");
            expectEqual(Json.of(text), session.awaitEvent("message-back").data().path(1));
        }
    }

    @Must(
            id = "WS-DEFLATE-BINARY",
            says = "understands a compressed binary message and answers so that the client understands",
            authority = Authority.RFC7692)
    @Needs(tier = Tier.ECHO, capabilities = "binary", transports = Via.WEBSOCKET)
    void understandsBinary(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        for (byte[] bytes : new byte[][] {{0}, new byte[3000], LONG.getBytes(StandardCharsets.UTF_16LE)}) {
            session.send("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
            session.send(session.compressed(Frame.binary(bytes)));
            expectEqual(
                    Json.of(bytes), session.awaitEvent("message-back").data().path(1));
        }
    }

    @Must(
            id = "WS-DEFLATE-FRAGMENTS",
            says = "understands a compressed message in fragments, with control frames between them",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "6.2")
    void understandsFragments(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        Question question = session.question();
        Frame whole = session.compressed(Frame.text(question.packetWith(LONG)));
        int length = whole.payload().length;
        session.send(new Frame(false, whole.reserved(), Frame.TEXT, new byte[0]));
        for (int from = 0; from < length; from += 7) {
            byte[] piece = Arrays.copyOfRange(whole.payload(), from, Math.min(length, from + 7));
            session.send(Frame.of(false, Frame.CONTINUATION, piece));
        }
        session.send(Frame.of(true, Frame.PING, "between"));
        session.send(Frame.of(true, Frame.CONTINUATION, ""));
        session.expectAnswerTo(question);
    }

    @Must(
            id = "WS-DEFLATE-MIXED",
            says = "understands compressed messages and others in turn",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "6")
    void understandsBoth(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        for (int i = 0; i < 3; i++) {
            Question compressed = session.question();
            Question plain = session.question();
            session.send(compressed.packetWith(LONG));
            session.send(Frame.text(plain.packetWith(LONG)));
            session.expectAnswerTo(compressed);
            session.expectAnswerTo(plain);
        }
    }

    @Must(
            id = "WS-DEFLATE-TAKEOVER",
            says = "understands messages that refer back to earlier ones, unless it had agreed on none that do",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "7.1.1.2")
    void understandsReferencesBack(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        String random = Noise.text(500);
        for (int i = 0; i < 4; i++) {
            Question question = session.question();
            session.send(question.packetWith(random));
            session.expectAnswerTo(question);
        }
    }

    @Must(
            id = "WS-DEFLATE-BLOCKS",
            says = "understands a message in several blocks of any kind, the last marked as final or not",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "7.2.1")
    void understandsEveryKindOfBlock(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        Question several = session.question();
        byte[] packet = several.packetWith(Noise.text(1000)).getBytes(StandardCharsets.UTF_8);
        session.send(new Frame(true, 4, Frame.TEXT, Compressor.inSeveralBlocks(packet)));
        session.expectAnswerTo(several);
        DeflateSession another = DeflateSession.open(clients);
        Question last = another.question();
        packet = last.packetWith(LONG).getBytes(StandardCharsets.UTF_8);
        another.send(new Frame(true, 4, Frame.TEXT, Compressor.withAFinalBlock(packet)));
        another.expectAnswerTo(last);
    }

    @Must(
            id = "WS-DEFLATE-RSV1",
            says = "sets RSV1 in no frame but the first of a message that is compressed",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "6")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void marksTheFirstFrameOnly(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        String text = "compressible ".repeat(20_000);
        session.send("42[\"message\",\"" + text + "\"]");
        // frames of other kinds with reserved bits are told by the reader of frames
        SocketPacket answer = session.awaitEvent("message-back");
        expectEqual(Json.of(text), answer.data().path(1));
        session.send(Frame.of(true, Frame.PING, "a control frame"));
        Frame frame = next(session);
        while (frame.opcode() != Frame.PONG) {
            frame = next(session);
        }
        expectEqual("a control frame", frame.text());
    }

    private static Frame next(DeflateSession session) {
        return session.nextFrame().orElseThrow(() -> new Violation("a pong", "the end of the connection"));
    }
}
