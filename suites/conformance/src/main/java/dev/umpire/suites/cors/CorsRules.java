package dev.umpire.suites.cors;

import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.rule.Expect.expectEqual;

import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.robustness.Bystander;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.List;
import java.util.Optional;

/**
 * Handling CORS: the application says which origins may talk to the server; a browser lets a page of such an origin
 * read an answer if its headers name that origin, and for requests with cookies allow those too.
 */
@PartOf(Suite.CORS)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "handling-cors/")
@Needs(tier = Tier.UMPIRE, capabilities = "cors", transports = Via.POLLING)
class CorsRules {
    private static final List<String> FOREIGN = List.of(
            "https://umpire.invalid",
            "http://umpire.example",
            "https://umpire.example:8443",
            "https://www.umpire.example",
            "https://umpire.example.invalid",
            "null");

    @Must(
            id = "CORS-SESSION",
            says = "lets pages of the allowed origin read each answer of a polling session",
            authority = Authority.DOCUMENTATION)
    void letsTheAllowedOriginRead(Clients clients) {
        Page page = Page.allowed(clients);
        HttpReply opened = page.open();
        page.expectReadable(opened, "the request that opens a session");
        page.expectReadable(page.post(opened), "a POST");
        page.expectReadable(page.poll(opened), "a poll");
    }

    @Should(
            id = "CORS-ERRORS",
            says = "lets pages of the allowed origin read why a request was refused",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    void letsTheAllowedOriginReadErrors(Clients clients) {
        Page page = Page.allowed(clients);
        HttpReply refusal = page.mistaken();
        expect(refusal.status() == 400, "HTTP 400 to an unknown transport", refusal);
        page.expectReadable(refusal, "a request that is refused");
    }

    @Must(
            id = "CORS-PREFLIGHT",
            says = "answers the preflight request of a page of the allowed origin so that its POST may follow",
            authority = Authority.DOCUMENTATION)
    void answersThePreflight(Clients clients) {
        Page page = Page.allowed(clients);
        HttpReply answer = page.preflight();
        expect(answer.status() / 100 == 2, "a status from 200 to 299 to OPTIONS", answer);
        page.expectReadable(answer, "OPTIONS");
        // POST is one of the methods that need no mention
        boolean contentType = answer.hasToken("access-control-allow-headers", "content-type");
        expect(contentType, "content-type in Access-Control-Allow-Headers", answer.headers());
        boolean opens = answer.text().startsWith("0{");
        expect(!opens, "no session for a preflight request", answer);
    }

    @Must(
            id = "CORS-FOREIGN",
            says = "lets no page of another origin read an answer, be it a refusal",
            authority = Authority.DOCUMENTATION)
    void keepsOthersOut(Clients clients) {
        Page allowed = Page.allowed(clients);
        allowed.expectReadable(allowed.open(), "the request that opens a session");
        for (String origin : FOREIGN) {
            Page page = new Page(clients, origin);
            page.expectUnreadable(page.open(), "the request that opens a session");
            page.expectUnreadable(page.mistaken(), "a request that is refused");
            page.expectUnreadable(page.preflight(), "OPTIONS");
        }
    }

    // CORS does not hold for WebSockets, so that the server itself has to look at the origin; Node's socket.io 4.8.4
    // leaves that to the application's allowRequest
    @Should(
            id = "CORS-FOREIGN-WEBSOCKET",
            says = "refuses a WebSocket to pages of other origins, where only one is allowed",
            authority = Authority.RFC6455)
    @Section(spec = Spec.RFC_6455, anchor = "10.2")
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = "cors",
            transports = {Via.POLLING, Via.WEBSOCKET})
    void opensNoWebSocketToOthers(Clients clients) {
        HttpReply accepted = Page.allowed(clients).webSocket();
        expectEqual(101, accepted.status());
        for (String origin : FOREIGN) {
            HttpReply reply = new Page(clients, origin).webSocket();
            expect(reply.status() >= 400, "an HTTP error to a WebSocket for a page of " + origin, reply);
        }
    }

    @Should(
            id = "CORS-MALFORMED-ORIGIN",
            says = "outlives an origin with characters that no header may have, and does not send it back",
            authority = Authority.REFERENCE_IMPLEMENTATION)
    void outlivesMalformedOrigins(Clients clients) {
        Bystander bystander = Bystander.open(clients);
        for (String origin :
                List.of("https://umpire.example\u0001", "https://zo\u00eb.example", "\u007f", "a\u0000b")) {
            Page page = new Page(clients, origin);
            HttpExchange http = page.pendingOpen();
            Optional<HttpReply> reply = http.reply(clients.timing().await());
            reply.ifPresent(answer -> page.expectUnreadable(answer, "a malformed origin"));
            bystander.expectUnharmed();
        }
        Page allowed = Page.allowed(clients);
        allowed.expectReadable(allowed.open(), "the request that opens a session");
    }
}
