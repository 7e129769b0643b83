package dev.umpire.suites.compression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.MalformedPacketException;
import dev.umpire.fixtures.packet.SocketDecoder;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.Ending;
import dev.umpire.fixtures.wire.Frame;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.robustness.Question;
import dev.umpire.suites.rule.Clients;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A Socket.IO session on a WebSocket for which permessage-deflate was agreed on, spoken frame by frame; it has asked
 * for the main namespace, by a message that was not compressed.
 */
final class DeflateSession {
    private static final int RSV1 = 4;

    private final Clients clients;
    private final RawWebSocket socket;
    private final Compressor compressor;
    private final Decompressor decompressor;
    private final SocketDecoder decoder = new SocketDecoder();
    private int questions;
    private int lastCompressed;

    private DeflateSession(Clients clients, RawWebSocket socket, Map<String, String> agreement) {
        this.clients = clients;
        this.socket = socket;
        this.compressor = new Compressor(!agreement.containsKey(Negotiation.CLIENT_FRESH));
        this.decompressor = new Decompressor(!agreement.containsKey(Negotiation.SERVER_FRESH));
        socket.explainReserved(RSV1);
    }

    /**
     * Opens a session that is known to answer.
     *
     * @throws NotApplicable if the target does not agree to compress
     */
    static DeflateSession open(Clients clients) {
        return open(clients, Negotiation.PLAIN_OFFER)
                .orElseThrow(() -> new NotApplicable("the target does not agree to permessage-deflate"));
    }

    /** Opens a session that is known to answer; nothing if the target does not agree to the offer. */
    static Optional<DeflateSession> open(Clients clients, String offer) {
        return Clients.prerequisite("WS-DEFLATE-AGREEMENT", () -> {
            Negotiation negotiation = Negotiation.of(clients, offer);
            return negotiation.agreement().map(agreement -> {
                RawWebSocket socket = RawWebSocket.over(negotiation.http().tcp());
                DeflateSession session = new DeflateSession(clients, socket, agreement);
                session.send(Frame.text("40"));
                session.awaitText(Question::answersMain);
                return session;
            });
        });
    }

    /** A question that this session did not ask yet. */
    Question question() {
        questions++;
        return Question.of(clients, questions);
    }

    /** Sends a frame as it is. */
    void send(Frame frame) {
        socket.send(frame);
    }

    /** Sends a text message, compressed. */
    void send(String text) {
        send(compressed(Frame.text(text)));
    }

    /** A message in one frame, compressed as the agreement has it; to be sent in this order. */
    Frame compressed(Frame message) {
        return new Frame(true, RSV1, message.opcode(), compressor.compress(message.payload()));
    }

    /**
     * Waits for the answer to a question that was sent.
     *
     * @param how it was sent, for the message if none comes
     */
    void expectAnswerTo(Question question, String how) {
        try {
            awaitText(question::answeredBy);
        } catch (Violation e) {
            throw new Violation("an answer to " + question.packet() + " sent " + how, e.observed());
        }
    }

    /**
     * Waits until the app has sent back what was sent.
     *
     * @param what it was, for the message if something else comes
     */
    void expectEcho(JsonNode sent, String what) {
        JsonNode echo;
        try {
            echo = awaitEvent("message-back").data().path(1);
        } catch (Violation e) {
            throw new Violation("an echo of " + what + ": " + e.expected(), e.observed());
        }
        if (!echo.equals(sent)) {
            throw new Violation("an echo of " + what, echo.toString());
        }
    }

    /** Waits for an event, attachments and all. */
    SocketPacket awaitEvent(String name) {
        while (true) {
            Optional<SocketPacket> packet = decode(nextMessage());
            if (packet.isPresent()
                    && packet.get().event()
                    && packet.get().eventName().equals(name)) {
                return packet.get();
            }
        }
    }

    /** The size of the last message as it came if it was compressed, else 0. */
    int lastCompressed() {
        return lastCompressed;
    }

    /** How the connection ends, which it must at once. */
    Ending awaitEnd() {
        return socket.awaitEnd();
    }

    /** The next frame of any kind; nothing when the connection ends. */
    Optional<Frame> nextFrame() {
        return socket.next();
    }

    private String awaitText(Predicate<String> wanted) {
        while (true) {
            Frame message = nextMessage();
            if (message.opcode() == Frame.TEXT && wanted.test(message.text())) {
                return message.text();
            }
        }
    }

    /** The next message that is not part of the heartbeat, as it was before it was compressed. */
    private Frame nextMessage() {
        while (true) {
            Frame message = socket.nextData();
            boolean isCompressed = message.reserved() == RSV1;
            lastCompressed = isCompressed ? message.payload().length : 0;
            Frame inflated = isCompressed
                    ? Frame.of(true, message.opcode(), decompressor.decompress(message.payload()))
                    : message;
            if (inflated.opcode() != Frame.TEXT || !inflated.text().equals("2")) {
                return inflated;
            }
            send(Frame.text("3"));
        }
    }

    private Optional<SocketPacket> decode(Frame message) {
        try {
            return decoder.add(
                    message.opcode() == Frame.BINARY
                            ? new EnginePacket.Binary(message.payload())
                            : EnginePacket.decodeText(new String(message.payload(), StandardCharsets.UTF_8)));
        } catch (MalformedPacketException e) {
            throw new Violation("a well-formed packet", String.valueOf(e.getMessage()));
        }
    }
}
