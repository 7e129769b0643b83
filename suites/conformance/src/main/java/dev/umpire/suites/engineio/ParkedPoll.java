package dev.umpire.suites.engineio;

import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.suites.rule.Clients;
import java.util.function.Consumer;

/** A poll for which nothing is waiting when something is done to its session. */
final class ParkedPoll {
    private static final int ATTEMPTS = 3;

    private ParkedPoll() {}

    /** How the poll ends after a deed; tried with another session when something else ended it just before. */
    static HttpReply endAfter(Clients clients, Consumer<PollingSession> deed) {
        HttpReply reply = once(clients, deed);
        for (int attempt = 1; attempt < ATTEMPTS && PollingSession.crossed(reply); attempt++) {
            reply = once(clients, deed);
        }
        return reply;
    }

    private static HttpReply once(Clients clients, Consumer<PollingSession> deed) {
        PollingSession session = PollingSession.joined(clients);
        HttpExchange poll = session.parkedPoll();
        deed.accept(session);
        return poll.reply();
    }
}
