package dev.umpire.suites.compression;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.packet.Payload;
import dev.umpire.fixtures.packet.SocketDecoder;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.compression.CodedAnswerCutShort;
import dev.umpire.fixtures.saboteur.compression.CodingUnnamed;
import dev.umpire.fixtures.saboteur.compression.CrashAtGivenUpAnswer;
import dev.umpire.fixtures.saboteur.compression.EncoderLostWithGivenUpAnswer;
import dev.umpire.fixtures.saboteur.compression.GzipAlways;
import dev.umpire.fixtures.saboteur.compression.GzipUnasked;
import dev.umpire.fixtures.saboteur.compression.WeightZeroIgnored;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.robustness.Bystander;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.Optional;

/**
 * RFC 9110, 8.4 and 12.5.3: an answer may be encoded if the client says that it takes that coding; what it decodes to
 * is the same payload.
 */
@PartOf(Suite.COMPRESSION)
@Section(spec = Spec.RFC_9110, anchor = "12.5.3")
@Needs(tier = Tier.ECHO, transports = Via.POLLING)
class ContentCodingRules {
    private static final String LONG = "zoë ∑ 中 😀 ".repeat(400);
    private static final int GIVEN_UP = 4;

    @Must(
            id = "HTTP-CODING-PAYLOAD",
            sabotagedBy = {CodedAnswerCutShort.class, CodingUnnamed.class, GzipAlways.class},
            says =
                    "encodes the answer to a poll, if at all, in a coding that the client takes and that decodes to the payload",
            authority = Authority.RFC9110)
    @Section(spec = Spec.RFC_9110, anchor = "8.4")
    void encodesAsTheClientTakesIt(Clients clients) {
        CodedPolling session = CodedPolling.open(clients);
        for (String coding : List.of("gzip", "deflate")) {
            HttpReply reply = session.echo(LONG, "Accept-Encoding: " + coding + "\r\n");
            expectPayload(CodedPolling.decoded(reply, coding));
        }
    }

    @Should(
            id = "HTTP-CODING-UNASKED",
            sabotagedBy = GzipUnasked.class,
            says = "leaves the answer to a poll as it is where the client names no coding",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    void encodesNothingUnasked(Clients clients) {
        CodedPolling session = CodedPolling.open(clients);
        expectPayload(CodedPolling.decoded(session.echo(LONG, "")));
        expectPayload(CodedPolling.decoded(session.echo(LONG, "Accept-Encoding: identity\r\n")));
        expectPayload(CodedPolling.decoded(session.echo(LONG, "Accept-Encoding: x-umpire\r\n")));
    }

    @Must(
            id = "HTTP-CODING-REFUSED",
            sabotagedBy = WeightZeroIgnored.class,
            says = "does not use a coding that the client gives the weight 0",
            authority = Authority.RFC9110)
    void keepsFromRefusedCodings(Clients clients) {
        CodedPolling session = CodedPolling.open(clients);
        HttpReply neither = session.echo(LONG, "Accept-Encoding: gzip;q=0, deflate;q=0\r\n");
        expectPayload(CodedPolling.decoded(neither));
        HttpReply one = session.echo(LONG, "Accept-Encoding: deflate, gzip;q=0\r\n");
        expectPayload(CodedPolling.decoded(one, "deflate"));
    }

    /** Node's engine.io on another HTTP server wrote to an answer that was given up, and failed. */
    @Should(
            id = "HTTP-CODING-GIVEN-UP",
            sabotagedBy = {CrashAtGivenUpAnswer.class, EncoderLostWithGivenUpAnswer.class},
            says = "outlives clients that give up while their answer is being encoded",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = "CM-03")
    void outlivesThoseWhoGiveUp(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (int i = 0; i < GIVEN_UP; i++) {
            CodedPolling session = CodedPolling.open(clients);
            session.ask(LONG.repeat(10));
            session.pendingPoll("Accept-Encoding: gzip\r\n").tcp().reset();
        }
        bystander.expectUnharmed("after answers that were given up");
        CodedPolling later = CodedPolling.open(clients);
        try {
            expectPayload(CodedPolling.decoded(later.echo(LONG, "Accept-Encoding: gzip\r\n"), "gzip"));
        } catch (Violation e) {
            throw new Violation("later clients to get encoded answers as before: " + e.expected(), e.observed());
        }
    }

    private static void expectPayload(String payload) {
        expect(
                echoes(payload),
                "a payload with the event \"message-back\" of " + LONG.length() + " characters",
                payload);
    }

    /** JSON may be written with the characters themselves or with escapes. */
    private static boolean echoes(String payload) {
        SocketDecoder decoder = new SocketDecoder();
        try {
            for (EnginePacket packet : Payload.decode(payload)) {
                if (packet instanceof EnginePacket.Text text && text.type() != EnginePacket.Type.MESSAGE) {
                    continue; // a ping may come between any two packets
                }
                Optional<SocketPacket> event = decoder.add(packet);
                if (event.isPresent() && event.get().data() != null) {
                    if (event.get().data().path(1).asText().equals(LONG)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (MalformedPacketException e) {
            return false;
        }
    }
}
