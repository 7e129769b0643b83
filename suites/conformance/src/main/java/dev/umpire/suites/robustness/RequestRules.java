package dev.umpire.suites.robustness;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.robustness.BrokenEscapesUnanswered;
import dev.umpire.fixtures.saboteur.robustness.CrashAtHalfRequest;
import dev.umpire.fixtures.saboteur.robustness.CrashAtHeaderFlood;
import dev.umpire.fixtures.saboteur.robustness.CrashAtReset;
import dev.umpire.fixtures.saboteur.robustness.CrashAtWhatIsNotHttp;
import dev.umpire.fixtures.saboteur.robustness.LongTargetsUnanswered;
import dev.umpire.fixtures.saboteur.robustness.PrototypeSidsKnown;
import dev.umpire.fixtures.saboteur.robustness.PrototypeTransportsKnown;
import dev.umpire.fixtures.saboteur.websocket.TransportUnreadForWebSocket;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.TcpConnection;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Harsh;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Optional;

/**
 * Requests that are broken, boundless or abandoned, at which others must not notice anything (Engine.IO v4, "HTTP
 * long-polling"). A server may serve, refuse or cut off such a request; it may not leave it without an end, unless the
 * request itself has none.
 */
@Harsh
@PartOf(Suite.MALFORMED_INPUT)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "http-long-polling")
class RequestRules {
    private static final String[] NAMES = {"__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"};
    private static final int RESETS = 20;

    @Must(
            id = "BAD-QUERY-SID-PROTOTYPE",
            says = "knows no session by the name of a JavaScript prototype (HTTP 400)",
            sabotagedBy = PrototypeSidsKnown.class)
    @Needs(transports = Via.POLLING)
    void knowsNoSessionByThoseNames(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (String name : NAMES) {
            for (HttpReply reply : new HttpReply[] {
                Clients.prerequisite(
                        "EIO-REFUSE-SID-UNKNOWN-GET", () -> clients.get("EIO=4&transport=polling&sid=" + name)),
                Clients.prerequisite(
                        "EIO-REFUSE-SID-UNKNOWN-POST", () -> clients.post("EIO=4&transport=polling&sid=" + name, "3"))
            }) {
                expect(reply.status() == 400, "HTTP 400 for the session id " + name, reply);
            }
        }
        bystander.expectUnharmed("after session ids with the names of prototypes");
    }

    @Should(
            id = "BAD-QUERY-TRANSPORT-PROTOTYPE",
            says = "knows no transport by the name of a JavaScript prototype, neither by GET nor over WebSocket",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = {PrototypeTransportsKnown.class, TransportUnreadForWebSocket.class},
            seenIn = "QV-01")
    void knowsNoTransportByThoseNames(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (String name : NAMES) {
            HttpReply reply = clients.get("EIO=4&transport=" + name);
            expect(reply.status() == 400, "HTTP 400 for the transport " + name, reply);
            Optional<HttpReply> upgrade = Head.answer(
                    clients,
                    Head.upgrade(clients, "EIO=4&transport=" + name),
                    "a handshake with the transport " + name);
            expect(
                    upgrade.isEmpty() || upgrade.get().status() >= 400,
                    "no WebSocket for the transport " + name,
                    Head.observed(upgrade));
        }
        bystander.expectUnharmed("after transports with the names of prototypes");
    }

    @Should(
            id = "BAD-QUERY-ESCAPES",
            says = "survives escapes in the query that stand for nothing",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = BrokenEscapesUnanswered.class)
    @Needs(transports = Via.POLLING)
    void survivesBrokenEscapes(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        Clients.prerequisite(
                "EIO-REFUSE-SID-UNKNOWN-GET",
                () -> clients.get("EIO=4&transport=polling&sid=umpire-knows-no-such-session"));
        for (String sid : new String[] {"%", "%zz", "%c3%28", "%00", "%ff%fe", "%u0041"}) {
            Optional<HttpReply> reply = Head.answer(
                    clients,
                    Head.get(clients, "EIO=4&transport=polling&sid=" + sid),
                    "a request with the session id " + sid);
            expect(
                    reply.isEmpty() || reply.get().status() >= 400,
                    "an HTTP error for the session id " + sid,
                    Head.observed(reply));
        }
        bystander.expectUnharmed("after escapes that stand for nothing");
    }

    @Should(
            id = "BAD-QUERY-LONG",
            says = "survives a request target of 100,000 characters",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = LongTargetsUnanswered.class)
    void survivesALongQuery(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        Head.answer(
                clients,
                Head.get(clients, "EIO=4&transport=polling&x=" + "a".repeat(100_000)),
                "a request with a long target");
        Head.answer(
                clients,
                Head.get(clients, "EIO=4&transport=polling" + "&x=1".repeat(25_000)),
                "a request with 25,000 parameters");
        bystander.expectUnharmed("after a long target");
    }

    @Should(
            id = "BAD-REQUEST-HEADER-FLOOD",
            says = "survives requests with thousands of header fields, upgrades among them",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = CrashAtHeaderFlood.class)
    void survivesAFloodOfHeaders(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            flood.append("X").append(i).append(": 1\r\n");
        }
        String get = Head.get(clients, "EIO=4&transport=polling");
        String upgrade = Head.upgrade(clients, "EIO=4&transport=websocket");
        for (String head : new String[] {get, upgrade}) {
            Head.answer(
                    clients,
                    head.substring(0, head.length() - 2) + flood + "\r\n",
                    "a request with 4,000 header fields");
        }
        bystander.expectUnharmed("after many header fields");
    }

    @Should(
            id = "BAD-REQUEST-NO-HTTP",
            says = "survives bytes that are not HTTP",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = CrashAtWhatIsNotHttp.class)
    void survivesWhatIsNotHttp(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (String bytes : new String[] {
            "\u0000\u0000\u0000\u0000\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
            "GET\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n"
        }) {
            HttpExchange http = clients.http();
            http.tcp().send(bytes);
            // with an answer or an end it is known to have been read; a server may also wait for more
            http.answersWithin(clients.timing().quiet());
        }
        bystander.expectUnharmed("after bytes that are not HTTP");
    }

    @Should(
            id = "BAD-REQUEST-HALF",
            says = "serves others while requests break off or stand still half way",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = CrashAtHalfRequest.class)
    void servesOthersBesideHalfRequests(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        String get = Head.get(clients, "EIO=4&transport=polling");
        String body = "POST " + clients.endpoint().target("EIO=4&transport=polling") + " HTTP/1.1\r\nHost: "
                + clients.endpoint().authority() + "\r\nContent-Length: 1000\r\n\r\n40";
        for (String half : new String[] {get.substring(0, get.length() / 2), body}) {
            for (int i = 0; i < RESETS; i++) {
                clients.tcp().send(half);
                TcpConnection breaksOff = clients.tcp();
                breaksOff.send(half);
                breaksOff.close();
            }
        }
        bystander.expectUnharmedAfter(clients.timing().quiet(), "beside half requests");
    }

    @Should(
            id = "BAD-REQUEST-RESET",
            says = "survives connections that are reset amid a request, a refused upgrade or a frame",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = CrashAtReset.class,
            seenIn = "RB-01")
    void survivesResets(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        String get = Head.get(clients, "EIO=4&transport=polling");
        String refused = Head.upgrade(clients, "EIO=4&transport=websocket&sid=unknown");
        String accepted = Head.upgrade(clients, "EIO=4&transport=websocket");
        for (int i = 0; i < RESETS; i++) {
            for (String head : new String[] {get, refused, accepted, accepted + "\u0081\u00ff"}) {
                HttpExchange http = clients.http();
                http.tcp().send(head);
                if (i % 2 == 1) {
                    // a reset discards what was not read yet: every other one comes when an answer is on its way
                    http.answersWithin(clients.timing().quiet());
                }
                http.tcp().reset();
            }
        }
        bystander.expectUnharmed("after resets");
    }
}
