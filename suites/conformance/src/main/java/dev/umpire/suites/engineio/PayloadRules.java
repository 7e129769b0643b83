package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.saboteur.engineio.Base64AsMessage;
import dev.umpire.fixtures.saboteur.engineio.BinaryFramesAsBase64;
import dev.umpire.fixtures.saboteur.engineio.BinaryFramesTyped;
import dev.umpire.fixtures.saboteur.engineio.BodiesAsLatin1;
import dev.umpire.fixtures.saboteur.engineio.FramesAsLatin1;
import dev.umpire.fixtures.saboteur.engineio.LimitIgnored;
import dev.umpire.fixtures.saboteur.engineio.PayloadReversed;
import dev.umpire.fixtures.saboteur.engineio.PongSwallowsNext;
import dev.umpire.fixtures.saboteur.engineio.SeparatorLostOnWaitingPoll;
import dev.umpire.fixtures.saboteur.engineio.SeparatorsAsNewlines;
import dev.umpire.fixtures.saboteur.engineio.WaitingReversed;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Declared;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Engine.IO v4, "Packet encoding": packets of a polling payload are separated by 0x1E, binary ones are {@code b} and
 * base64; on a WebSocket each packet is a message of its own, binary ones as they are. Text is UTF-8.
 */
@PartOf(Suite.PAYLOADS)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "http-long-polling-1")
@Needs(tier = Tier.ECHO, transports = Via.POLLING)
class PayloadRules {
    private static final String SEPARATED = "whole packets, separated by 0x1E";

    /** Characters of one to four bytes, and such as have been taken for ends of lines, spaces or packets. */
    private static final String TEXT = "aé€😀 日本語 \u00a0\u2028\u200d\u0301 – \\\\u001e \\\\u0000 b4=";

    @Must(
            id = "EIO-POST-SEVERAL",
            says = "takes every packet of a payload, in order",
            sabotagedBy = {PongSwallowsNext.class, PayloadReversed.class},
            seenIn = {"PO-02", "PO-03"})
    void takesEveryPacket(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        // a pong among them, as clients send it along with messages: netty-socketio once lost it (its issue 264)
        session.deliver(Stream.concat(Stream.of("3"), IntStream.range(0, 50).mapToObj(session.home()::message))
                .toArray(String[]::new));
        for (int number = 0; number < 50; number++) {
            expectEcho(Json.parse("['message-back'," + number + ']'), session.nextPacket());
        }
    }

    @Must(
            id = "EIO-POLL-SEVERAL",
            says = "hands several waiting packets to polls, separated and in order",
            sabotagedBy = {WaitingReversed.class, SeparatorsAsNewlines.class})
    void handsOverSeveralPackets(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        for (int number = 0; number < 5; number++) {
            session.deliver(session.home().message(number));
        }
        for (int number = 0; number < 5; number++) {
            SocketPacket packet = Wanted.that(SEPARATED, session::nextPacket);
            expectEcho(Json.parse("['message-back'," + number + ']'), packet);
        }
    }

    @Must(
            id = "EIO-BINARY-POLLING",
            says = "takes and sends binary as b and base64 over polling",
            sabotagedBy = Base64AsMessage.class)
    void speaksBase64(Clients clients) {
        Declared.needed(clients, "binary");
        PollingSession session = PollingSession.joined(clients);
        session.deliver(session.home().event(1, Attachment.MESSAGE), Attachment.BASE64);
        Attachment.expectEchoed(session.nextPacket());
    }

    // socketioxide once left the separator out when a poll was waiting (its issue 734).
    @Must(
            id = "EIO-POLL-WAITING-BINARY",
            says = "separates the packets of an event with attachments on a waiting poll",
            sabotagedBy = SeparatorLostOnWaitingPoll.class,
            seenIn = "PO-01")
    void separatesAttachmentsOnAWaitingPoll(Clients clients) {
        Declared.needed(clients, "binary");
        PollingSession session = PollingSession.joined(clients);
        HttpExchange poll = session.parkedPoll();
        session.deliver(session.home().event(1, Attachment.MESSAGE), Attachment.BASE64);
        session.read(poll.reply());
        Attachment.expectEchoed(Wanted.that(SEPARATED, session::nextPacket));
    }

    @Must(
            id = "EIO-BINARY-WEBSOCKET",
            says = "takes and sends binary as binary frames, unchanged, over WebSocket",
            sabotagedBy = {BinaryFramesTyped.class, BinaryFramesAsBase64.class},
            seenIn = "BI-02")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "websocket-1")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void speaksBinaryFrames(Clients clients) {
        Declared.needed(clients, "binary");
        HandWebSocket webSocket = HandWebSocket.joined(clients);
        webSocket.send(webSocket.home().event(1, Attachment.MESSAGE));
        webSocket.socket().send(Frame.binary(Attachment.bytes()));
        Attachment.expectEchoed(webSocket.nextPacket());
    }

    @Must(
            id = "EIO-TEXT-POLLING",
            says = "keeps text of every script as it is over polling",
            sabotagedBy = BodiesAsLatin1.class,
            seenIn = {"PO-05", "PO-06", "PO-07", "PO-08", "PO-09"})
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "packet-encoding")
    void keepsTextOverPolling(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        String both = "[\"message\",\"" + TEXT + "\"]";
        session.deliver(session.home().event(both), session.home().event(both));
        expectEcho(echoOf(TEXT), session.nextPacket());
        expectEcho(echoOf(TEXT), session.nextPacket());
    }

    @Must(
            id = "EIO-TEXT-WEBSOCKET",
            says = "keeps text of every script as it is over WebSocket",
            sabotagedBy = FramesAsLatin1.class)
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "packet-encoding")
    @Needs(tier = Tier.ECHO, transports = Via.WEBSOCKET)
    void keepsTextOverWebSocket(Clients clients) {
        HandWebSocket webSocket = HandWebSocket.joined(clients);
        webSocket.send(webSocket.home().event("[\"message\",\"" + TEXT + "\"]"));
        expectEcho(echoOf(TEXT), webSocket.nextPacket());
    }

    // The text has clients keep to maxPayload and says nothing of servers; Node's engine.io 6.6.12 sends it all at
    // once.
    @May(
            id = "EIO-POLL-WITHIN-LIMIT",
            says = "keeps the answer to a poll within maxPayload bytes",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = LimitIgnored.class,
            seenIn = "PO-18")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    void keepsPollsWithinTheLimit(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        int limit = Limits.maxPayload(clients);
        String quarter = session.home().event("[\"message\",\"" + "x".repeat(limit / 4) + "\"]");
        for (int i = 0; i < 6; i++) {
            session.deliver(quarter);
        }
        long deadline =
                System.nanoTime() + clients.timing().await().multipliedBy(6).toNanos();
        for (int left = 6; left > 0; ) {
            expect(System.nanoTime() < deadline, "six messages back", left + " missing");
            HttpReply reply = session.get();
            int length = reply.body().length;
            expect(length <= limit, "at most " + limit + " bytes in one answer", length + " bytes");
            session.read(reply);
            while (session.buffered().isPresent()) {
                left--;
            }
        }
    }

    static JsonNode echoOf(String jsonText) {
        return Json.parse("[\"message-back\",\"" + jsonText + "\"]");
    }

    static void expectEcho(JsonNode wanted, SocketPacket packet) {
        expect(wanted.equals(packet.data()), wanted.toString(), packet);
    }
}
