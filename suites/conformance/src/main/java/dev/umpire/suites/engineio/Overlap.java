package dev.umpire.suites.engineio;

import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two polls at once. They come over two connections, so that the target decides which one it sees first: nothing may be
 * said of the first or the second, only of the two.
 *
 * @param session the session they belong to
 * @param replies the answers; a poll whose connection was closed instead has none
 * @param telling whether they are what became of two polls at once, rather than of a ping, a broadcast or a timeout
 */
record Overlap(PollingSession session, List<HttpReply> replies, boolean telling) {
    private static final int ATTEMPTS = 3;

    /** Sends two polls; again if a ping or a broadcast ended the first, which may have been before the second came. */
    static Overlap ofPolls(Clients clients) {
        Overlap overlap = once(clients);
        for (int attempt = 1; attempt < ATTEMPTS && !overlap.telling(); attempt++) {
            overlap = once(clients);
        }
        return overlap;
    }

    private static Overlap once(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HttpExchange first = session.parkedPoll();
        long began = System.nanoTime();
        Optional<HttpReply> second = session.poll().reply(clients.timing().await());
        boolean atOnce = second.filter(Overlap::refusal).isPresent() && !first.answersWithin(Duration.ofMillis(1));
        Optional<HttpReply> other = first.reply(clients.timing().await());
        // a poll that waits for as long as a session without heartbeat lives is refused for that
        boolean inTime =
                System.nanoTime() - began < clients.timing().pingTimeout().toNanos();
        List<HttpReply> replies = Stream.concat(other.stream(), second.stream()).toList();
        boolean telling = inTime && (atOnce || replies.stream().noneMatch(PollingSession::crossed));
        return new Overlap(session, replies, telling);
    }

    /** Whether one was refused because of the other. */
    boolean refused() {
        return telling && replies.stream().anyMatch(Overlap::refusal);
    }

    private static boolean refusal(HttpReply reply) {
        return reply.status() == 400;
    }

    @Override
    public String toString() {
        return replies.toString();
    }
}
