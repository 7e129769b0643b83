package dev.umpire.suites.websocket;

import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.CharactersBeyondUnicodeTaken;
import dev.umpire.fixtures.saboteur.websocket.FragmentedTextReplaced;
import dev.umpire.fixtures.saboteur.websocket.FragmentsDecodedSingly;
import dev.umpire.fixtures.saboteur.websocket.IllegibleTextCalledProtocolError;
import dev.umpire.fixtures.saboteur.websocket.IllegibleTextReplaced;
import dev.umpire.fixtures.saboteur.websocket.OverlongFormsTaken;
import dev.umpire.fixtures.saboteur.websocket.SurrogatesTaken;
import dev.umpire.fixtures.saboteur.websocket.TruncatedTextTaken;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * RFC 6455, 8.1: text that is not UTF-8 fails the connection. Each probe is a question that was answered before, with
 * nothing changed but a few bytes in a string of its payload.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "8.1")
@Needs(transports = Via.WEBSOCKET)
class Utf8Rules {
    private static final int[][] OVERLONG = {{0xc0, 0xaf}, {0xc1, 0xbf}, {0xe0, 0x80, 0xaf}, {0xf0, 0x80, 0x80, 0xaf}};
    private static final int[][] SURROGATES = {
        {0xed, 0xa0, 0x80}, {0xed, 0xbf, 0xbf}, {0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80}
    };
    private static final int[][] BEYOND = {{0xf4, 0x90, 0x80, 0x80}, {0xf5, 0x80, 0x80, 0x80}};
    private static final int[][] STRAY = {{0x80}, {0xbf, 0xbf}, {0xfe}, {0xff}, {0xc3, 0x28}, {0xe2, 0x82}};

    @Must(
            id = "WS-UTF8-STRAY-BYTE",
            says = "fails the connection at text with bytes that belong to no character",
            authority = Authority.RFC6455,
            sabotagedBy = IllegibleTextReplaced.class)
    void failsOnStrayBytes(Clients clients) {
        failsOn(clients, STRAY);
    }

    @Must(
            id = "WS-UTF8-OVERLONG",
            says = "fails the connection at text with a character in more bytes than it needs",
            authority = Authority.RFC6455,
            sabotagedBy = {OverlongFormsTaken.class, IllegibleTextReplaced.class})
    void failsOnOverlongForms(Clients clients) {
        failsOn(clients, OVERLONG);
    }

    @Must(
            id = "WS-UTF8-SURROGATE",
            says = "fails the connection at text with an encoded surrogate",
            authority = Authority.RFC6455,
            sabotagedBy = {SurrogatesTaken.class, IllegibleTextReplaced.class})
    void failsOnSurrogates(Clients clients) {
        failsOn(clients, SURROGATES);
    }

    @Must(
            id = "WS-UTF8-BEYOND-UNICODE",
            says = "fails the connection at text with a character beyond U+10FFFF",
            authority = Authority.RFC6455,
            sabotagedBy = {CharactersBeyondUnicodeTaken.class, IllegibleTextReplaced.class})
    void failsBeyondUnicode(Clients clients) {
        failsOn(clients, BEYOND);
    }

    @Must(
            id = "WS-UTF8-TRUNCATED",
            says = "fails the connection at text that ends within a character",
            authority = Authority.RFC6455,
            sabotagedBy = {TruncatedTextTaken.class, IllegibleTextReplaced.class})
    void failsOnTruncatedText(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        offence.failsAfter("text that ends within a character", session -> {
            // the end of a packet without payload: anywhere else, JSON would break off too, and that alone is an error
            expectNameAtTheEndToWork(session);
            byte[] name = session.question().packetUpToName("\ud83d\ude00").getBytes(StandardCharsets.UTF_8);
            session.send(Frame.of(true, Frame.TEXT, Arrays.copyOf(name, name.length - 1)));
        });
    }

    @Must(
            id = "WS-UTF8-FRAGMENTED",
            says = "fails the connection at a fragmented text that is not UTF-8",
            authority = Authority.RFC6455,
            sabotagedBy = {FragmentedTextReplaced.class, FragmentsDecodedSingly.class})
    void failsOnFragmentedText(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        offence.failsAfter("a character whose second half is missing in the next fragment", session -> {
            expectValidTextToWork(session);
            session.send(Frame.of(false, Frame.TEXT, endingIn(session.question(), 0xe2, 0x82)));
            session.send(Frame.of(true, Frame.CONTINUATION, "\"}"));
        });
    }

    @Should(
            id = "WS-CLOSE-1007",
            says = "gives status 1007 when it fails a connection for text that is not UTF-8",
            authority = Authority.RFC6455,
            sabotagedBy = IllegibleTextCalledProtocolError.class)
    @Section(spec = Spec.RFC_6455, anchor = "7.4.1")
    void saysThatTextWasNotUtf8(Clients clients) {
        new FrameOffence(clients)
                .closesWith(
                        1007,
                        "WS-UTF8-STRAY-BYTE",
                        "text with the byte FF",
                        session -> session.send(Frame.of(true, Frame.TEXT, with(session.question(), 0xff))));
    }

    private static void failsOn(Clients clients, int[][] sequences) {
        FrameOffence offence = new FrameOffence(clients);
        for (int[] sequence : sequences) {
            offence.failsAfter("text with the bytes " + hex(sequence), session -> {
                expectValidTextToWork(session);
                session.send(Frame.of(true, Frame.TEXT, with(session.question(), sequence)));
            });
        }
    }

    /** The control: every width of character, non-characters and the last code point included, is UTF-8. */
    private static void expectValidTextToWork(FrameSession session) {
        Question question = session.question();
        session.send(Frame.text(question.packetWith("a é \ufffd \uffff 😀 \udbff\udfff")));
        session.expectAnswerTo(question);
    }

    /** The control of what ends in a namespace: the text has a comma behind it, so a server may want one. */
    private static void expectNameAtTheEndToWork(FrameSession session) {
        Question question = session.question();
        session.send(Frame.text(question.packetUpToName("\ud83d\ude00")));
        try {
            session.expectAnswerTo(question);
        } catch (Violation e) {
            throw new NotApplicable("no answer to CONNECT that ends in its namespace: " + e.observed());
        }
    }

    private static byte[] with(Question question, int... bytes) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(endingIn(question, bytes));
        message.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        return message.toByteArray();
    }

    private static byte[] endingIn(Question question, int... bytes) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes((question.packet() + "{\"text\":\"").getBytes(StandardCharsets.UTF_8));
        for (int b : bytes) {
            message.write(b);
        }
        return message.toByteArray();
    }

    private static String hex(int[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (int b : bytes) {
            hex.append(String.format("%02X ", b));
        }
        return hex.toString().stripTrailing();
    }
}
