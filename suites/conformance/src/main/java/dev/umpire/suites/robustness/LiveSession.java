package dev.umpire.suites.robustness;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.EnginePacket.Text;
import dev.umpire.fixtures.wire.EngineWire;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A session of which can be told at any time whether it lives, on any target. It has asked for the main namespace, so
 * that no connect timeout ends it, and keeps up its heartbeat by itself.
 */
public final class LiveSession {
    private final Clients clients;
    private final EngineWire engine;
    private int questions;

    private LiveSession(Clients clients, EngineWire engine) {
        this.clients = clients;
        this.engine = engine;
    }

    /** Opens a session that is known to answer. */
    public static LiveSession open(Clients clients, Via via) {
        LiveSession session = new LiveSession(clients, clients.engine(via));
        return Clients.prerequisite("SIO-CONNECT-MAIN", () -> {
            session.send("40");
            session.await(Question::answersMain, "an answer to CONNECT");
            return session;
        });
    }

    /** Opens a session by whichever way the target offers. */
    public static LiveSession open(Clients clients) {
        return open(clients, clients.profile().offers(Via.WEBSOCKET) ? Via.WEBSOCKET : Via.POLLING);
    }

    /** The session below. */
    public EngineWire engine() {
        return engine;
    }

    /** Sends packets as they are written; over polling in one payload. */
    public void send(String... packets) {
        engine.send(packets);
    }

    /** A question that this session did not ask yet. */
    public Question question() {
        questions++;
        return Question.of(clients, questions);
    }

    /**
     * Makes sure that the session still answers.
     *
     * @throws Violation if it has ended, or stays silent
     */
    public void expectAnswer() {
        Question question = question();
        send(question.packet());
        await(question::answeredBy, "an answer to " + question.packet());
    }

    /**
     * Makes sure that the session either still answers or has ended; it must not hang.
     *
     * @throws Violation if neither is so
     */
    public void expectAnswerOrEnd() {
        try {
            expectAnswer();
        } catch (Violation e) {
            if (engine.ending(Duration.ZERO).isEmpty()) {
                throw e;
            }
        }
    }

    /** Waits for a text message. */
    public String await(Predicate<String> wanted, String description) {
        Duration await = clients.timing().await();
        long deadline = System.nanoTime() + await.toNanos();
        while (true) {
            Optional<EnginePacket> packet = engine.next(Duration.ofNanos(deadline - System.nanoTime()));
            if (packet.isEmpty()) {
                throw new Violation(description + " within " + await.toMillis() + " ms", "none");
            }
            if (packet.get() instanceof Text text && wanted.test(text.encoded())) {
                return text.encoded();
            }
        }
    }
}
