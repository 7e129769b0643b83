package dev.umpire.suites.robustness;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.robustness.HandshakesOfManyFieldsUnanswered;
import dev.umpire.fixtures.saboteur.robustness.LongHeadersUnanswered;
import dev.umpire.fixtures.saboteur.robustness.LongOriginsUnanswered;
import dev.umpire.fixtures.saboteur.robustness.PathsClimbOut;
import dev.umpire.fixtures.saboteur.robustness.RepeatedParametersUnanswered;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Harsh;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Optional;

/**
 * Request heads that are odd without being broken (Engine.IO v4, "HTTP long-polling"; RFC 9110). A server may serve or
 * refuse them; it may not hang, fall over, or give away what it does not serve.
 */
@Harsh
@PartOf(Suite.MALFORMED_INPUT)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "http-long-polling")
class HeadRules {
    private static final String POLLING = "EIO=4&transport=polling";
    private static final String WEBSOCKET = "EIO=4&transport=websocket";

    /** Letters of which the names of header fields may consist (RFC 9110, 5.6.2). */
    private static final String TOKEN = "!#$%&'*+-.0123456789abcdefghijklmnopqrstuvwxyz^_`|~";

    /** More header fields than Node's HTTP server keeps, which still fit into the 16 kB that it reads. */
    private static final int FIELDS = 2_100;

    @Should(
            id = "BAD-UPGRADE-HEADER-FLOOD",
            says = "survives handshakes with two thousand header fields of a few bytes",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = HandshakesOfManyFieldsUnanswered.class,
            seenIn = "HS-05")
    @Section(spec = Spec.RFC_9110, anchor = "5.4")
    void survivesManyShortFields(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < FIELDS; i++) {
            flood.append(TOKEN.charAt(i / TOKEN.length())).append(TOKEN.charAt(i % TOKEN.length()));
            flood.append(":x\r\n");
        }
        for (String head : new String[] {Head.get(clients, POLLING), Head.upgrade(clients, WEBSOCKET)}) {
            Head.answer(
                    clients,
                    head.replace("\r\nHost", "\r\n" + flood + "Host"),
                    "a request with " + FIELDS + " short header fields");
        }
        bystander.expectUnharmed("after handshakes of many header fields");
    }

    @Should(
            id = "BAD-REQUEST-HEADER-LONG",
            says = "survives header fields of hundreds of thousands of bytes",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = LongHeadersUnanswered.class)
    @Section(spec = Spec.RFC_9110, anchor = "5.4")
    void survivesLongFields(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (String field : new String[] {"X-Long: " + "a".repeat(300_000), "Cookie: " + "io=1; ".repeat(50_000)}) {
            String request = "a request with a header field of " + field.length() + " bytes";
            Head.answer(clients, Head.with(Head.get(clients, POLLING), field + "\r\n"), request);
            Head.answer(clients, Head.with(Head.upgrade(clients, WEBSOCKET), field + "\r\n"), request);
        }
        bystander.expectUnharmed("after long header fields");
    }

    @Should(
            id = "BAD-QUERY-REPEATED",
            says = "survives query parameters that come twice, as lists or as objects",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = RepeatedParametersUnanswered.class,
            seenIn = "QV-01")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "query-parameters")
    void survivesRepeatedParameters(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (String query : new String[] {
            "EIO=4&EIO=3&transport=polling",
            "EIO=4&transport=polling&transport=websocket",
            "EIO=4&transport=websocket&transport=websocket",
            "EIO[]=4&transport[]=polling",
            "EIO=4&transport[toString]=polling",
            POLLING + "&sid=a&sid=b",
            POLLING + "&sid[]=a",
            "=&&&=4&EIO&transport",
        }) {
            String request = "a request with the query " + query;
            Head.answer(clients, Head.get(clients, query), request);
            Head.answer(clients, Head.upgrade(clients, query), request);
        }
        bystander.expectUnharmed("after parameters that come twice");
    }

    @Should(
            id = "BAD-ORIGIN-MALFORMED",
            says = "survives origins that are none",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = LongOriginsUnanswered.class,
            seenIn = "CO-06")
    @Section(spec = Spec.RFC_6455, anchor = "10.2")
    void survivesMalformedOrigins(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (String origin : new String[] {"", "null", "\u0001", "http://日本", "x".repeat(5_000)}) {
            String field = "Origin: " + origin + "\r\n";
            String request = "a request with an Origin of " + origin.length() + " characters that is none";
            Head.answer(clients, Head.with(Head.get(clients, POLLING), field), request);
            Head.answer(clients, Head.with(Head.upgrade(clients, WEBSOCKET), field), request);
        }
        bystander.expectUnharmed("after origins that are none");
    }

    @Should(
            id = "BAD-PATH-TRAVERSAL",
            says = "serves no file of the machine by a path that climbs out of its own",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = PathsClimbOut.class,
            seenIn = "RB-12")
    @Section(spec = Spec.RFC_9110, anchor = "17.3")
    void servesNoFilesFromOutside(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        String own = clients.endpoint().target("").split("\\?", 2)[0];
        for (String up : new String[] {"../", "..%2f", "%2e%2e/", "..\\", "socket.io.js/../../"}) {
            for (String end : new String[] {"", "%00.js"}) {
                Optional<HttpReply> reply =
                        Head.answer(clients, Head.of(clients, own + up.repeat(12) + "etc/passwd" + end, ""));
                expect(
                        reply.isEmpty() || !reply.get().text().contains("root:"),
                        "no file of the machine at " + own + up + "…/etc/passwd" + end,
                        Head.observed(reply));
            }
        }
        bystander.expectUnharmed("after paths that climb");
    }
}
