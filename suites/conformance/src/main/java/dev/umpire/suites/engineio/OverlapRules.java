package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.engineio.CloseAsNoop;
import dev.umpire.fixtures.saboteur.engineio.FirstPostForgotten;
import dev.umpire.fixtures.saboteur.engineio.SecondPollHarmless;
import dev.umpire.fixtures.saboteur.engineio.SecondPollHumoured;
import dev.umpire.fixtures.saboteur.engineio.SecondPostHarmless;
import dev.umpire.fixtures.saboteur.engineio.SecondPostTaken;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Optional;

/**
 * Engine.IO v4, "Sending and receiving data": a client has one GET and one POST at a time; a second one is answered
 * with HTTP 400 and closes the session.
 */
@PartOf(Suite.PAYLOADS)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "receiving-data")
@Needs(transports = Via.POLLING)
class OverlapRules {
    /** The target may read the second connection before the first one, though not time and again. */
    private static final int ATTEMPTS = 3;

    @Must(
            id = "EIO-POLL-OVERLAPPING-GET",
            says = "answers a second poll beside a pending one with HTTP 400 and closes the session",
            sabotagedBy = {SecondPollHumoured.class, SecondPollHarmless.class})
    void refusesASecondPoll(Clients clients) {
        Overlap overlap = Overlap.ofPolls(clients);
        expect(overlap.refused(), "HTTP 400 to one of two polls", overlap);
        overlap.session().expectGone();
    }

    @Should(
            id = "EIO-POLL-OVERLAPPING-FIRST",
            says = "ends the pending poll with a close packet when a second poll closes the session",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = {CloseAsNoop.class, SecondPollHarmless.class})
    void endsTheFirstPoll(Clients clients) {
        Overlap overlap = Overlap.ofPolls(clients);
        boolean closed = overlap.replies().stream()
                .anyMatch(reply -> reply.status() == 200 && reply.text().equals("1"));
        expect(closed, "HTTP 200 with a close packet to the other of two polls", overlap);
    }

    @Must(
            id = "EIO-POST-OVERLAPPING",
            says = "answers a second POST beside an unfinished one with HTTP 400 and closes the session",
            sabotagedBy = {SecondPostTaken.class, SecondPostHarmless.class},
            seenIn = "PO-10")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "sending-data")
    void refusesASecondPost(Clients clients) {
        HttpReply second = besideHalfAPost(clients);
        for (int attempt = 1; attempt < ATTEMPTS && second.status() == 200; attempt++) {
            second = besideHalfAPost(clients);
        }
        expect(second.status() == 400, "HTTP 400 to the second POST", second);
    }

    // engine.io once left one of the two without any answer (its issue 363).
    @Should(
            id = "EIO-POST-OVERLAPPING-FIRST",
            says = "answers the first of two overlapping POSTs too, or ends its connection",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = FirstPostForgotten.class,
            seenIn = "PO-10")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "sending-data")
    void endsTheFirstPost(Clients clients) {
        Optional<HttpReply> reply = firstOfTwoPosts(clients);
        for (int attempt = 1;
                attempt < ATTEMPTS && reply.isPresent() && reply.get().status() == 200;
                attempt++) {
            reply = firstOfTwoPosts(clients);
        }
        reply.ifPresent(r -> expect(r.status() >= 400, "an error status, since the session is closed", r));
    }

    private static Optional<HttpReply> firstOfTwoPosts(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HttpExchange first = halfAPost(clients, session);
        HttpReply second = session.post("3");
        first.tcp().send(Home.fence());
        Optional<HttpReply> reply = Wanted.that(
                "an answer to the first of two POSTs, or the end of its connection",
                () -> first.reply(clients.timing().await()));
        if (second.status() != 200) {
            session.expectGone();
        }
        return reply;
    }

    private static HttpReply besideHalfAPost(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HttpExchange first = halfAPost(clients, session);
        HttpReply second = session.post("3");
        if (second.status() == 400) {
            session.expectGone();
        }
        first.close();
        return second;
    }

    private static HttpExchange halfAPost(Clients clients, PollingSession session) {
        String headers = "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: "
                + 2 * Home.fence().length() + "\r\n";
        HttpExchange post = clients.send("POST", session.query(), headers, null);
        post.tcp().send(Home.fence());
        return Clients.prerequisite("EIO-POST-SPLIT", () -> {
            expect(!post.answersWithin(clients.timing().quiet()), "no answer to half a POST", "an answer");
            return post;
        });
    }
}
