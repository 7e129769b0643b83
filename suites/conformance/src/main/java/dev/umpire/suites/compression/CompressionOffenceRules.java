package dev.umpire.suites.compression;

import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.compression.BombsPassedOver;
import dev.umpire.fixtures.saboteur.compression.InflatedTextUnchecked;
import dev.umpire.fixtures.saboteur.compression.OtherBitsIgnored;
import dev.umpire.fixtures.saboteur.compression.Rsv1OfContinuationsIgnored;
import dev.umpire.fixtures.saboteur.compression.Rsv1OfControlFramesIgnored;
import dev.umpire.fixtures.saboteur.compression.UninflatablePassedOver;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** RFC 7692, 6 and 8: what breaks the agreement, or abuses it, fails its connection and harms nobody else. */
@PartOf(Suite.COMPRESSION)
@Section(spec = Spec.RFC_7692, anchor = "6")
@Needs(transports = Via.WEBSOCKET)
class CompressionOffenceRules {
    private static final int MOST = 4 * 1024 * 1024;

    @Must(
            id = "WS-DEFLATE-RSV1-CONTROL",
            sabotagedBy = Rsv1OfControlFramesIgnored.class,
            says = "fails the connection when RSV1 is set in a control frame, although compression was agreed on",
            authority = Authority.RFC7692)
    void failsOnACompressedControlFrame(Clients clients) {
        failsAfter(
                clients,
                "a ping with RSV1",
                session -> session.send(Frame.of(true, Frame.PING, "x").withReserved(4)));
        failsAfter(
                clients,
                "a pong with RSV1",
                session -> session.send(Frame.of(true, Frame.PONG, "").withReserved(4)));
    }

    @Must(
            id = "WS-DEFLATE-RSV1-CONTINUATION",
            sabotagedBy = Rsv1OfContinuationsIgnored.class,
            says = "fails the connection when RSV1 is set in a fragment that is not the first",
            authority = Authority.RFC7692)
    void failsOnACompressedContinuation(Clients clients) {
        failsAfter(clients, "a second fragment with RSV1", session -> {
            Frame whole = session.compressed(Frame.text(session.question().packet()));
            byte[] payload = whole.payload();
            session.send(new Frame(false, 4, Frame.TEXT, Arrays.copyOf(payload, 3)));
            session.send(new Frame(true, 4, Frame.CONTINUATION, Arrays.copyOfRange(payload, 3, payload.length)));
        });
    }

    @Must(
            id = "WS-DEFLATE-OTHER-BITS",
            sabotagedBy = OtherBitsIgnored.class,
            says = "fails the connection when RSV2 or RSV3 is set, although compression was agreed on",
            authority = Authority.RFC6455)
    @Section(spec = Spec.RFC_6455, anchor = "5.2")
    void failsOnOtherReservedBits(Clients clients) {
        for (int bits : new int[] {2, 1}) {
            failsAfter(
                    clients,
                    "RSV1 with " + (bits == 2 ? "RSV2" : "RSV3"),
                    session -> session.send(
                            session.compressed(Frame.text(session.question().packet()))
                                    .withReserved(4 | bits)));
        }
    }

    @Should(
            id = "WS-DEFLATE-GARBAGE",
            sabotagedBy = UninflatablePassedOver.class,
            says = "fails the connection on which a message cannot be inflated",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    @Section(spec = Spec.RFC_7692, anchor = "7.2.2")
    void failsOnWhatCannotBeInflated(Clients clients) {
        byte[] reservedBlockType = {(byte) 0xff, 1, 2, 3, 4, 5};
        failsAfter(
                clients,
                "a block of a type that does not exist",
                session -> session.send(new Frame(true, 4, Frame.TEXT, reservedBlockType)));
    }

    @Must(
            id = "WS-DEFLATE-UTF8",
            sabotagedBy = InflatedTextUnchecked.class,
            says = "fails the connection on which a text message is no UTF-8 once it is inflated",
            authority = Authority.RFC6455)
    @Section(spec = Spec.RFC_6455, anchor = "8.1")
    void failsOnInvalidText(Clients clients) {
        failsAfter(clients, "text that is no UTF-8", session -> {
            byte[] text = session.question().packetWith("?").getBytes(StandardCharsets.UTF_8);
            text[text.length - 3] = (byte) 0xff;
            session.send(session.compressed(Frame.of(true, Frame.TEXT, text)));
        });
    }

    @Should(
            id = "WS-DEFLATE-BOMB",
            sabotagedBy = BombsPassedOver.class,
            says = "closes the connection on which a message inflates beyond maxPayload bytes",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = "CM-04")
    @Section(spec = Spec.RFC_7692, anchor = "8")
    void defusesBombs(Clients clients) {
        int maxPayload = clients.profile().handshake().maxPayload();
        if (maxPayload < 1_000 || maxPayload > MOST) {
            throw new NotApplicable("maxPayload is " + maxPayload + " bytes, and 1000 to " + MOST + " are tried");
        }
        DeflateSession fitting = DeflateSession.open(clients);
        Question question = fitting.question();
        fitting.send(question.packetWith("a".repeat(maxPayload / 2)));
        fitting.expectAnswerTo(question, "compressed, of half of maxPayload");
        failsAfter(
                clients,
                "a message that inflates to four times maxPayload",
                session -> session.send(session.question().packetWith("a".repeat(4 * maxPayload))));
    }

    private static void failsAfter(Clients clients, String offence, Consumer<DeflateSession> deed) {
        Bystander bystander = Bystander.open(clients);
        DeflateSession session = DeflateSession.open(clients);
        Question question = session.question();
        session.send(question.packet());
        session.expectAnswerTo(question, "compressed");
        deed.accept(session);
        try {
            session.awaitEnd();
        } catch (Violation e) {
            throw new Violation(e.expected() + " after " + offence, e.observed());
        }
        bystander.expectUnharmed("after " + offence);
    }
}
