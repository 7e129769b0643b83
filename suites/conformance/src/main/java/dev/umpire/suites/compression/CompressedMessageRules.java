package dev.umpire.suites.compression;

import static dev.umpire.suites.rule.Expect.expectEqual;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.compression.CompressedBinaryUninflated;
import dev.umpire.fixtures.saboteur.compression.CompressedFragmentsUninflated;
import dev.umpire.fixtures.saboteur.compression.CompressedTextCutShort;
import dev.umpire.fixtures.saboteur.compression.ContextForbiddenSilently;
import dev.umpire.fixtures.saboteur.compression.EveryFragmentMarkedCompressed;
import dev.umpire.fixtures.saboteur.compression.FinalBlockHated;
import dev.umpire.fixtures.saboteur.compression.FirstBlockInflatedAlone;
import dev.umpire.fixtures.saboteur.compression.LongTextInflated;
import dev.umpire.fixtures.saboteur.compression.PongMarkedCompressed;
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
            sabotagedBy = CompressedTextCutShort.class,
            says = "understands a compressed text message and answers so that the client understands",
            authority = Authority.RFC7692)
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void understandsText(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        // the second half refers to the first, as far back as a whole window reaches
        String far = Noise.text(32_400).repeat(2);
        for (String text : new String[] {"", "short", LONG, Noise.text(5000), far}) {
            session.send("42[\"message\",\"" + text + "\"]");
            session.expectEcho(Json.of(text), "a compressed text of " + text.length() + " characters");
        }
    }

    @Must(
            id = "WS-DEFLATE-BINARY",
            sabotagedBy = CompressedBinaryUninflated.class,
            says = "understands a compressed binary message and answers so that the client understands",
            authority = Authority.RFC7692)
    @Needs(tier = Tier.ECHO, capabilities = "binary", transports = Via.WEBSOCKET)
    void understandsBinary(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        for (byte[] bytes : new byte[][] {{0}, new byte[3000], LONG.getBytes(StandardCharsets.UTF_16LE)}) {
            session.send("451-[\"message\",{\"_placeholder\":true,\"num\":0}]");
            session.send(session.compressed(Frame.binary(bytes)));
            session.expectEcho(Json.of(bytes), "a compressed attachment of " + bytes.length + " bytes");
        }
    }

    @Must(
            id = "WS-DEFLATE-FRAGMENTS",
            sabotagedBy = CompressedFragmentsUninflated.class,
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
        session.expectAnswerTo(question, "compressed and in fragments");
    }

    @Must(
            id = "WS-DEFLATE-MIXED",
            sabotagedBy = LongTextInflated.class,
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
            session.expectAnswerTo(compressed, "compressed, with one as it is behind it");
            session.expectAnswerTo(plain, "as it is, behind one that was compressed");
        }
    }

    @Must(
            id = "WS-DEFLATE-TAKEOVER",
            sabotagedBy = ContextForbiddenSilently.class,
            says = "understands messages that refer back to earlier ones, unless it had agreed on none that do",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "7.1.1.2")
    void understandsReferencesBack(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        String random = Noise.text(500);
        for (int i = 0; i < 4; i++) {
            Question question = session.question();
            session.send(question.packetWith(random));
            session.expectAnswerTo(question, i == 0 ? "compressed" : "as references to earlier messages");
        }
    }

    @Must(
            id = "WS-DEFLATE-BLOCKS",
            sabotagedBy = {FirstBlockInflatedAlone.class, FinalBlockHated.class},
            says = "understands a message in several blocks of any kind, the last marked as final or not",
            authority = Authority.RFC7692)
    @Section(spec = Spec.RFC_7692, anchor = "7.2.1")
    void understandsEveryKindOfBlock(Clients clients) {
        DeflateSession session = DeflateSession.open(clients);
        Question several = session.question();
        byte[] packet = several.packetWith(Noise.text(1000)).getBytes(StandardCharsets.UTF_8);
        session.send(new Frame(true, 4, Frame.TEXT, Compressor.inSeveralBlocks(packet)));
        session.expectAnswerTo(several, "in several compressed blocks");
        DeflateSession another = DeflateSession.open(clients);
        Question last = another.question();
        packet = last.packetWith(LONG).getBytes(StandardCharsets.UTF_8);
        another.send(new Frame(true, 4, Frame.TEXT, Compressor.withAFinalBlock(packet)));
        another.expectAnswerTo(last, "in a compressed block marked as final");
    }

    @Must(
            id = "WS-DEFLATE-RSV1",
            sabotagedBy = {PongMarkedCompressed.class, EveryFragmentMarkedCompressed.class},
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
        return session.nextFrame()
                .orElseThrow(
                        () -> new Blocked("WS-PING-ANSWERED", new Violation("a pong", "the end of the connection")));
    }
}
