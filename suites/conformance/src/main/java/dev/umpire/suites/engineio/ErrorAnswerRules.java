package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.saboteur.engineio.ErrorCodesAlike;
import dev.umpire.fixtures.saboteur.engineio.ErrorsInWords;
import dev.umpire.fixtures.saboteur.engineio.ErrorsQuoteRequest;
import dev.umpire.fixtures.saboteur.engineio.ForeignOriginsAllowed;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/**
 * What a refusal says. The protocol fixes the status only; the body, and that it is safe to show, are what Node's
 * engine.io does.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "query-parameters")
@Needs(transports = Via.POLLING)
class ErrorAnswerRules {
    private static final String MARK = "<script>umpire</script>";

    @Should(
            id = "EIO-ERROR-BODY",
            says = "explains a refused polling request by JSON with code and message",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {ErrorsInWords.class, ErrorCodesAlike.class})
    void explainsRefusals(Clients clients) {
        expectError(0, clients.get("EIO=4&transport=abc"));
        expectError(
                1,
                Clients.prerequisite(
                        "EIO-REFUSE-SID-UNKNOWN-GET",
                        () -> clients.get("EIO=4&transport=polling&sid=umpire-knows-no-such-session")));
        expectError(2, clients.post("EIO=4&transport=polling", ""));
        expectError(5, clients.get("transport=polling"));
    }

    @Should(
            id = "EIO-ERROR-NO-ECHO",
            says = "does not put text of a refused request into a page that a browser would run",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = ErrorsQuoteRequest.class,
            seenIn = "QV-04")
    void echoesNoMarkup(Clients clients) {
        PollingSession.open(clients);
        String escaped = "%3Cscript%3Eumpire%3C/script%3E";
        for (String query : new String[] {
            "EIO=" + escaped + "&transport=polling",
            "EIO=4&transport=" + escaped,
            "EIO=4&transport=polling&sid=" + escaped
        }) {
            HttpReply reply = clients.get(query);
            String type = reply.header("content-type").orElse("no content type");
            boolean inert = type.startsWith("application/json") || type.startsWith("text/plain");
            expect(reply.status() >= 400, "a refusal of ?" + query, reply);
            expect(inert || !reply.text().contains(MARK), "no markup of the request", type + ": " + reply);
        }
    }

    @Should(
            id = "EIO-CORS-CLOSED",
            says = "lets no foreign origin read its answers unless it was told to",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = ForeignOriginsAllowed.class,
            seenIn = "CO-02")
    @Section(spec = Spec.SOCKET_IO_DOCS, anchor = "handling-cors/")
    void letsNoForeignOriginRead(Clients clients) {
        PollingSession.open(clients);
        HttpReply reply = clients.send("GET", "EIO=4&transport=polling", "Origin: http://umpire.invalid\r\n", null)
                .reply();
        String allowed = reply.header("access-control-allow-origin").orElse("nobody");
        expect(
                !allowed.equals("*") && !allowed.equals("http://umpire.invalid"),
                "no Access-Control-Allow-Origin for http://umpire.invalid",
                allowed);
    }

    private static void expectError(int code, HttpReply reply) {
        expect(reply.status() == 400, "HTTP 400", reply);
        boolean explained;
        try {
            JsonNode body = Json.parse(reply.text());
            explained = body.path("code").isInt()
                    && body.path("code").asInt() == code
                    && body.path("message").isTextual();
        } catch (IllegalArgumentException e) {
            explained = false;
        }
        expect(explained, "JSON with the code " + code + " and a message", reply);
    }
}
