package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.saboteur.websocket.EmptyFragmentsDropped;
import dev.umpire.fixtures.saboteur.websocket.FragmentedBinaryTakenForText;
import dev.umpire.fixtures.saboteur.websocket.FragmentsDecodedSingly;
import dev.umpire.fixtures.saboteur.websocket.FragmentsTakenForMessages;
import dev.umpire.fixtures.saboteur.websocket.InterleavedMessageIgnored;
import dev.umpire.fixtures.saboteur.websocket.LateFragmentsLost;
import dev.umpire.fixtures.saboteur.websocket.StrayContinuationTaken;
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
 * RFC 6455, 5.4: a message may come in any number of fragments, of any length, cut anywhere; they are those of one
 * message until its last, and none comes without a first.
 */
@PartOf(Suite.WEBSOCKET_FRAMES)
@Section(spec = Spec.RFC_6455, anchor = "5.4")
@Needs(transports = Via.WEBSOCKET)
class FragmentRules {
    private static final String EVERY_WIDTH = "a é ß ∑ 中 😀 \udbff\udfff";

    @Must(
            id = "WS-FRAGMENT-TEXT",
            says = "puts a text message together from its fragments",
            authority = Authority.RFC6455,
            sabotagedBy = {FragmentsTakenForMessages.class, LateFragmentsLost.class},
            seenIn = "WF-01")
    void putsTextTogether(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        Question question = session.question();
        sendInFragments(session, Frame.text(question.packet()), 1);
        session.expectAnswerTo(question, " in fragments of one byte");
    }

    @Must(
            id = "WS-FRAGMENT-EMPTY",
            says = "accepts fragments without payload",
            authority = Authority.RFC6455,
            sabotagedBy = {EmptyFragmentsDropped.class, FragmentsTakenForMessages.class})
    void acceptsEmptyFragments(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        Question question = session.question();
        session.send(Frame.of(false, Frame.TEXT, ""));
        session.send(Frame.of(false, Frame.CONTINUATION, question.packet()));
        session.send(Frame.of(false, Frame.CONTINUATION, ""));
        session.send(Frame.of(true, Frame.CONTINUATION, ""));
        session.expectAnswerTo(question, " with empty fragments around it");
    }

    @Must(
            id = "WS-FRAGMENT-CODE-POINT",
            says = "keeps characters whole whose bytes are split between fragments",
            authority = Authority.RFC6455,
            sabotagedBy = {FragmentsDecodedSingly.class, LateFragmentsLost.class})
    @Section(spec = Spec.RFC_6455, anchor = "5.6")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void keepsSplitCharactersWhole(Clients clients) {
        FrameSession session = FrameSession.open(clients);
        sendInFragments(session, Frame.text("42[\"message\",\"" + EVERY_WIDTH + "\"]"), 1);
        expectBack(session, Json.of(EVERY_WIDTH), '"' + EVERY_WIDTH + "\", sent in fragments of one byte,");
    }

    @Must(
            id = "WS-FRAGMENT-BINARY",
            says = "puts a binary message together from its fragments",
            authority = Authority.RFC6455,
            sabotagedBy = {FragmentedBinaryTakenForText.class, FragmentsTakenForMessages.class},
            seenIn = "WF-01")
    @Needs(tier = Tier.ECHO, capabilities = "binary", transports = Via.WEBSOCKET)
    void putsBinaryTogether(Clients clients) {
        byte[] bytes = "any bytes \u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        FrameSession session = FrameSession.open(clients);
        session.send(Frame.text("451-[\"message\",{\"_placeholder\":true,\"num\":0}]"));
        sendInFragments(session, Frame.binary(bytes), 5);
        expectBack(session, Json.of(bytes), bytes.length + " bytes, sent in fragments of five,");
    }

    @Must(
            id = "WS-FRAGMENT-WITHOUT-START",
            says = "fails the connection at a continuation of nothing",
            authority = Authority.RFC6455,
            sabotagedBy = {StrayContinuationTaken.class, FragmentsTakenForMessages.class})
    void failsOnAContinuationOfNothing(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (boolean fin : new boolean[] {true, false}) {
            offence.failsAfter(
                    "a continuation " + (fin ? "with" : "without") + " FIN and no message begun",
                    session -> session.send(
                            Frame.of(fin, Frame.CONTINUATION, session.question().packet())));
        }
    }

    @Must(
            id = "WS-FRAGMENT-INTERLEAVED",
            says = "fails the connection when a message begins before the one under way has ended",
            authority = Authority.RFC6455,
            sabotagedBy = {InterleavedMessageIgnored.class, FragmentsTakenForMessages.class})
    void failsOnInterleavedMessages(Clients clients) {
        FrameOffence offence = new FrameOffence(clients);
        for (int opcode : new int[] {Frame.TEXT, Frame.BINARY}) {
            offence.failsAfter("a new message amid a fragmented one", session -> {
                session.send(Frame.of(false, Frame.TEXT, session.question().packet()));
                session.send(Frame.of(true, opcode, session.question().packet()));
            });
        }
    }

    private static void expectBack(FrameSession session, JsonNode argument, String sent) {
        JsonNode back;
        try {
            back = session.awaitEvent("message-back").data().path(1);
        } catch (Violation e) {
            throw new Violation(sent + " back in message-back", e.observed());
        }
        expect(back.equals(argument), sent + " back in message-back", back);
    }

    private static void sendInFragments(FrameSession session, Frame message, int length) {
        byte[] payload = message.payload();
        for (int from = 0; from < payload.length; from += length) {
            int to = Math.min(payload.length, from + length);
            session.send(Frame.of(
                    to == payload.length,
                    from == 0 ? message.opcode() : Frame.CONTINUATION,
                    Arrays.copyOfRange(payload, from, to)));
        }
    }
}
