package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.engineio.ChunkedRefused;
import dev.umpire.fixtures.saboteur.engineio.LimitHalved;
import dev.umpire.fixtures.saboteur.engineio.LimitIgnored;
import dev.umpire.fixtures.saboteur.engineio.OkInCapitals;
import dev.umpire.fixtures.saboteur.engineio.OversizeAcknowledged;
import dev.umpire.fixtures.saboteur.engineio.PiecesDecodedAlone;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Engine.IO v4, "Sending data": a POST with packets is answered with {@code ok}. The body is one UTF-8 text, in
 * whatever pieces TCP and HTTP bring it.
 */
@PartOf(Suite.PAYLOADS)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "sending-data")
@Needs(transports = Via.POLLING)
class PostBodyRules {
    private static final String TEXT = "é€😀日";

    @Must(id = "EIO-POST-OK", says = "answers a POST with HTTP 200 and ok", sabotagedBy = OkInCapitals.class)
    void answersOk(Clients clients) {
        HttpReply reply = PollingSession.open(clients).post("40");
        expect(reply.status() == 200 && reply.text().equals("ok"), "HTTP 200 ok", reply);
    }

    // socket.io 0.9 once turned characters that lay across two pieces into replacement characters (its issue 921).
    @Must(
            id = "EIO-POST-SPLIT",
            says = "reads a body that arrives byte by byte as one text",
            sabotagedBy = PiecesDecodedAlone.class,
            seenIn = {"PO-04", "PO-08"})
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void readsABodyByteByByte(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        byte[] body = body(session);
        HttpExchange http = begin(clients, session, "Content-Length: " + body.length);
        int withinCharacter = indexOfNonAscii(body) + 1;
        for (int i = 0; i < body.length; i++) {
            if (i == withinCharacter) {
                // a busy network may join bytes that follow at once, but not what comes much later
                expect(!http.answersWithin(clients.timing().quiet()), "no answer to half a POST", "an answer");
            }
            http.tcp().send(new byte[] {body[i]});
        }
        expectTaken(session, http.reply());
    }

    @Must(
            id = "EIO-POST-CHUNKED",
            says = "reads a chunked body, with characters that lie across two chunks",
            sabotagedBy = {ChunkedRefused.class, PiecesDecodedAlone.class},
            seenIn = "PO-04")
    @Section(spec = Spec.RFC_9112, anchor = "7.1")
    @Needs(tier = Tier.ECHO, transports = Via.POLLING)
    void readsAChunkedBody(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        HttpExchange http = begin(clients, session, "Transfer-Encoding: chunked");
        for (byte b : body(session)) {
            http.tcp().send(new byte[] {'1', '\r', '\n', b, '\r', '\n'});
        }
        http.tcp().send("0\r\n\r\n");
        expectTaken(session, http.reply());
    }

    @Must(
            id = "EIO-POST-LARGE",
            says = "reads a body of maxPayload bytes that arrives in many pieces",
            sabotagedBy = LimitHalved.class,
            seenIn = "PO-14")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    void readsABodyOfTheAnnouncedSize(Clients clients) {
        PollingSession session = PollingSession.joined(clients);
        byte[] body = sized(Limits.maxPayload(clients));
        HttpExchange http = begin(clients, session, "Content-Length: " + body.length);
        for (int from = 0; from < body.length; from += 16_000) {
            http.tcp().send(Arrays.copyOfRange(body, from, Math.min(body.length, from + 16_000)));
        }
        HttpReply reply = http.reply();
        expect(reply.status() == 200, "HTTP 200 to " + body.length + " bytes", reply);
        Home.expectFence(session.nextPacket());
    }

    @Should(
            id = "EIO-POST-TOO-LARGE",
            says = "refuses a body of more than maxPayload bytes",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {OversizeAcknowledged.class, LimitIgnored.class},
            seenIn = {"PO-15", "RB-06"})
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    void refusesALargerBody(Clients clients) {
        Bystander bystander = new Bystander(clients);
        PollingSession session = PollingSession.joined(clients);
        byte[] body = sized(Limits.maxPayload(clients) + 1);
        HttpExchange http = begin(clients, session, "Content-Length: " + body.length);
        http.tcp().send(body);
        Optional<HttpReply> reply = http.reply(clients.timing().await());
        reply.ifPresent(r -> expect(r.status() >= 400, "an error status to " + body.length + " bytes", r));
        bystander.expectUnharmed();
    }

    private static int indexOfNonAscii(byte[] text) {
        return IntStream.range(0, text.length)
                .filter(i -> text[i] < 0)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] body(PollingSession session) {
        return session.home().event("[\"message\",\"" + TEXT + "\"]").getBytes(StandardCharsets.UTF_8);
    }

    /** A packet of so many bytes that is answered, whether or not the session is in a namespace. */
    private static byte[] sized(int length) {
        String start = Home.fence() + "{\"pad\":\"";
        return (start + "x".repeat(length - start.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static HttpExchange begin(Clients clients, PollingSession session, String framing) {
        return clients.send(
                "POST", session.query(), "Content-Type: text/plain;charset=UTF-8\r\n" + framing + "\r\n", null);
    }

    private static void expectTaken(PollingSession session, HttpReply reply) {
        expect(reply.status() == 200, "HTTP 200 to a body in pieces", reply);
        PayloadRules.expectEcho(PayloadRules.echoOf(TEXT), session.nextPacket());
    }
}
