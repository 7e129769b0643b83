package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.engineio.IllegibleBodiesUnanswered;
import dev.umpire.fixtures.saboteur.engineio.LargeChunksAcknowledged;
import dev.umpire.fixtures.saboteur.engineio.TooLargeCalledBadRequest;
import dev.umpire.fixtures.saboteur.engineio.UntypedBodiesAsLatin1;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Engine.IO v4, "Headers" and "Handshake": text is what a body holds unless its type says otherwise, and maxPayload
 * holds however a body is framed.
 */
@PartOf(Suite.PAYLOADS)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "headers")
@Needs(transports = Via.POLLING)
class PostFormRules {
    private static final String TEXT = "日本語 é€😀";
    private static final int CHUNK = 50_000;
    private static final int ATTEMPTS = 3;

    // netty-socketio once made question marks of Chinese text, depending on the content type (its issue 434).
    @Should(
            id = "EIO-POST-TEXT-TYPES",
            sabotagedBy = UntypedBodiesAsLatin1.class,
            says = "reads a body as UTF-8 whether its type names a charset, none, or is missing",
            seenIn = "PO-07")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void readsEveryTextType(Clients clients) {
        for (String type : new String[] {
            "",
            "Content-Type: text/plain\r\n",
            "content-type: text/plain; charset=utf-8\r\n",
            "Content-Type: text/plain;charset=\"UTF-8\"\r\n"
        }) {
            PollingSession session = PollingSession.joined(clients);
            String body = session.home().event("[\"message\",\"" + TEXT + "\"]");
            HttpReply reply = clients.send("POST", session.query(), type, body).reply();
            expect(reply.status() == 200, "HTTP 200 to text with " + (type.isEmpty() ? "no type" : type), reply);
            PayloadRules.expectEcho(PayloadRules.echoOf(TEXT), session.nextPacket());
        }
    }

    @Should(
            id = "EIO-POST-NOT-UTF8",
            sabotagedBy = IllegibleBodiesUnanswered.class,
            says = "answers a POST that is not UTF-8, or ends its connection, and serves others",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "packet-encoding")
    void survivesWhatIsNotUtf8(Clients clients) {
        Bystander bystander = new Bystander(clients);
        for (byte[] wrong : new byte[][] {{(byte) 0xff}, {(byte) 0xc3}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            boolean answered = false;
            for (int attempt = 0; attempt < ATTEMPTS && !answered; attempt++) {
                answered = isAnswered(clients, wrong);
            }
            expect(answered, "an answer, or the end of the connection, long before the session times out", "neither");
        }
        bystander.expectUnharmed();
    }

    private static boolean isAnswered(Clients clients, byte[] wrong) {
        PollingSession session = PollingSession.joined(clients);
        byte[] start = "40/umpire".getBytes(StandardCharsets.UTF_8);
        HttpExchange post = begin(clients, session, "Content-Length: " + (start.length + wrong.length + 1));
        post.tcp().send(start);
        post.tcp().send(wrong);
        post.tcp().send(",");
        return post.answersWithin(clients.timing().pingTimeout().dividedBy(2));
    }

    @Should(
            id = "EIO-POST-TOO-LARGE-CHUNKED",
            sabotagedBy = LargeChunksAcknowledged.class,
            says = "refuses a body of more than maxPayload bytes that comes in chunks without saying how long it is",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = {"PO-15", "RB-06"})
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    void refusesALargeChunkedBody(Clients clients) {
        Bystander bystander = new Bystander(clients);
        PollingSession session = PollingSession.joined(clients);
        int most = Limits.maxPayload(clients);
        HttpExchange post = begin(clients, session, "Transfer-Encoding: chunked");
        post.tcp().send(chunk(Home.fence() + "{\"pad\":\""));
        for (int sent = 0; sent <= most; sent += CHUNK) {
            post.tcp().send(chunk("x".repeat(CHUNK)));
        }
        post.tcp().send(chunk("\"}") + "0\r\n\r\n");
        Optional<HttpReply> reply = post.reply(clients.timing().await());
        reply.ifPresent(r -> expect(r.status() >= 400, "an error status to more than " + most + " bytes in chunks", r));
        bystander.expectUnharmed();
    }

    @May(
            id = "EIO-POST-TOO-LARGE-STATUS",
            sabotagedBy = TooLargeCalledBadRequest.class,
            says = "answers a body of more than maxPayload bytes with HTTP 413",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = "RB-07")
    @Section(spec = Spec.RFC_9110, anchor = "15.5.14")
    void saysThatABodyIsTooLarge(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        int length = Limits.maxPayload(clients) + 1;
        HttpExchange post = begin(clients, session, "Content-Length: " + length);
        post.tcp().send(Home.fence());
        post.tcp().send("x".repeat(length - Home.fence().length()));
        Optional<HttpReply> reply = post.reply(clients.timing().await());
        expect(
                reply.isPresent() && reply.get().status() == 413,
                "HTTP 413 to " + length + " bytes",
                reply.map(HttpReply::toString).orElse("the end of the connection"));
    }

    private static HttpExchange begin(Clients clients, PollingSession session, String framing) {
        return clients.send(
                "POST", session.query(), "Content-Type: text/plain;charset=UTF-8\r\n" + framing + "\r\n", null);
    }

    /** A chunk of ASCII text (RFC 9112, 7.1). */
    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
