package dev.umpire.suites.websocket;

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
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** A Socket.IO session whose WebSocket is spoken frame by frame; it has asked for the main namespace. */
final class FrameSession {
    private final Clients clients;
    private final RawWebSocket socket;
    private final SocketDecoder decoder = new SocketDecoder();
    private int questions;

    private FrameSession(Clients clients, RawWebSocket socket) {
        this.clients = clients;
        this.socket = socket;
    }

    /** Opens a session that is known to answer. */
    static FrameSession open(Clients clients) {
        FrameSession session = new FrameSession(clients, clients.rawWebSocket());
        return Clients.prerequisite("SIO-CONNECT-MAIN", () -> {
            session.send(Frame.text("40"));
            session.awaitText(Question::answersMain);
            session.expectAnswer();
            return session;
        });
    }

    /** A session on a connection whose open packet may still be to come. */
    static FrameSession over(Clients clients, RawWebSocket socket) {
        return new FrameSession(clients, socket);
    }

    /** A question that this session did not ask yet. */
    Question question() {
        questions++;
        return Question.of(clients, questions);
    }

    void send(Frame frame) {
        socket.send(frame);
    }

    /** From now on pings of Engine.IO stay unanswered. */
    void stopAnsweringHeartbeats() {
        socket.stopAnsweringPings();
    }

    void sendRaw(byte[] bytes) {
        socket.sendRaw(bytes);
    }

    /** Makes sure that the session answers a question in one plain frame. */
    void expectAnswer() {
        Question question = question();
        send(Frame.text(question.packet()));
        expectAnswerTo(question);
    }

    /** Waits for the answer to a question that was sent. */
    void expectAnswerTo(Question question) {
        expectAnswerTo(question, "");
    }

    /**
     * Waits for the answer to a question that was sent.
     *
     * @param how it was sent, in words
     */
    void expectAnswerTo(Question question, String how) {
        try {
            awaitText(question::answeredBy);
        } catch (Violation e) {
            throw new Violation("an answer to " + question.packet() + how, e.observed());
        }
    }

    /**
     * Sends a ping and waits for the pong that belongs to it.
     *
     * @param where the ping is sent, in words
     */
    void expectPong(byte[] payload, String where) {
        send(Frame.of(true, Frame.PING, payload));
        String wanted = "a Pong with the " + payload.length + " bytes of the Ping" + where;
        Frame pong;
        try {
            do {
                pong = next();
            } while (pong.opcode() != Frame.PONG);
        } catch (Violation e) {
            throw new Violation(wanted, e.observed());
        }
        if (!Arrays.equals(pong.payload(), payload)) {
            throw new Violation(wanted, "a Pong with other " + pong.payload().length + " bytes");
        }
    }

    /** The same as a step on the way of a rule that is about something else. */
    void pingBefore(byte[] payload) {
        Clients.prerequisite("WS-PING-ANSWERED", () -> {
            expectPong(payload, "");
            return payload;
        });
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

    /** How the connection ends, which it must at once. */
    Ending awaitEnd() {
        return socket.awaitEnd();
    }

    /** Whether the connection, which has ended, was reset. */
    boolean wasReset() {
        return socket.tcp().broken();
    }

    /** From now on Engine.IO pings stay unanswered: no byte is under way when the connection ends. */
    void fallSilent() {
        socket.stopAnsweringPings();
    }

    /** The next frame of any kind; nothing when the connection ends. */
    Optional<Frame> nextFrame() {
        return socket.next();
    }

    /** Waits for a text message, passing over all others. */
    String awaitText(Predicate<String> wanted) {
        while (true) {
            Frame message = nextMessage();
            if (message.opcode() == Frame.TEXT && wanted.test(message.text())) {
                return message.text();
            }
        }
    }

    /** The next message, put together from its fragments. */
    private Frame nextMessage() {
        Frame first = socket.nextData();
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes(first.payload());
        for (Frame frame = first; !frame.fin(); ) {
            frame = socket.nextData();
            payload.writeBytes(frame.payload());
        }
        return Frame.of(true, first.opcode(), payload.toByteArray());
    }

    private Frame next() {
        Frame frame = nextFrame().orElseThrow(() -> new Violation("a pong", "the end of the connection"));
        if (frame.opcode() == Frame.CLOSE) {
            throw new Violation("a pong", frame.toString());
        }
        return frame;
    }

    private Optional<SocketPacket> decode(Frame message) {
        try {
            return decoder.add(
                    message.opcode() == Frame.BINARY
                            ? new EnginePacket.Binary(message.payload())
                            : EnginePacket.decodeText(message.text()));
        } catch (MalformedPacketException e) {
            throw new Violation("a well-formed packet", e.getMessage() + "");
        }
    }
}
