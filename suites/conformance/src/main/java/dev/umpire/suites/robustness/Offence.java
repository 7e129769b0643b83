package dev.umpire.suites.robustness;

import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import java.util.Optional;
import java.util.function.Consumer;

/** What no client should send, sent by a session that was known to work, beside a bystander that must not notice. */
final class Offence {
    private final Clients clients;
    private final Bystander bystander;

    Offence(Clients clients) {
        this.clients = clients;
        this.bystander = Bystander.open(clients);
    }

    /** Insists that each of these packets, alone on a session over WebSocket, ends that session and no other. */
    void closesOn(String... packets) {
        for (String packet : packets) {
            closes(Via.WEBSOCKET, packet, session -> session.send(packet));
        }
    }

    /** Insists that each of these packets ends its session or is passed over, and harms no other. */
    void containedOn(String... packets) {
        for (String packet : packets) {
            contained(Via.WEBSOCKET, packet, session -> session.send(packet));
        }
    }

    /** Insists that a deed ends the session and no other. */
    void closes(Via via, String offence, Consumer<LiveSession> deed) {
        LiveSession session = offender(via, deed);
        try {
            session.engine().awaitEnd();
        } catch (Violation e) {
            throw new Violation(e.expected() + " after " + shortened(offence), e.observed());
        }
        if (via == Via.POLLING) {
            expectUnknown(session, offence);
        }
        bystander.expectUnharmed("after " + shortened(offence));
    }

    /** Insists that a deed ends the session or lets it go on, and harms no other. */
    void contained(Via via, String offence, Consumer<LiveSession> deed) {
        LiveSession session = offender(via, deed);
        try {
            session.expectAnswerOrEnd();
        } catch (Violation e) {
            throw new Violation(
                    e.expected() + " after " + shortened(offence) + ", or the end of the session", e.observed());
        }
        bystander.expectUnharmed("after " + shortened(offence));
    }

    private LiveSession offender(Via via, Consumer<LiveSession> deed) {
        LiveSession session = LiveSession.open(clients, via);
        Clients.prerequisite("SIO-CONNECT-MAIN", () -> {
            session.expectAnswer();
            return session;
        });
        deed.accept(session);
        return session;
    }

    /** A POST that was answered with an error need not have ended its session: ask. */
    private void expectUnknown(LiveSession session, String offence) {
        String query =
                "EIO=4&transport=polling&sid=" + session.engine().handshake().sid();
        Optional<HttpReply> reply = clients.send("POST", query, "Content-Type: text/plain;charset=UTF-8\r\n", "3")
                .reply(clients.timing().await());
        if (reply.isPresent() && reply.get().status() < 400) {
            throw new Violation(
                    "the session to be unknown after " + shortened(offence),
                    reply.get().toString());
        }
    }

    private static String shortened(String offence) {
        if (offence.isEmpty()) {
            return "an empty packet";
        }
        return offence.length() > 80 ? offence.substring(0, 80) + "…" : offence;
    }
}
