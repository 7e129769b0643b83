package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.engineio.AnyTransportForPolls;
import dev.umpire.fixtures.saboteur.engineio.AnyVersionForPolls;
import dev.umpire.fixtures.saboteur.engineio.DeleteOpens;
import dev.umpire.fixtures.saboteur.engineio.OptionsUnanswered;
import dev.umpire.fixtures.saboteur.engineio.PostOpens;
import dev.umpire.fixtures.saboteur.engineio.TransportOptionalForPolls;
import dev.umpire.fixtures.saboteur.engineio.UnknownSidOpens;
import dev.umpire.fixtures.saboteur.engineio.UnknownSidTakesPosts;
import dev.umpire.fixtures.saboteur.engineio.VersionOptionalForPolls;
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

/**
 * Engine.IO v4, "Query parameters" and "Sending and receiving data": a polling request that lacks a mandatory
 * parameter, or names a session that is not known, is answered with HTTP 400. Each probe differs from a valid request
 * in one thing, and the valid request is made too.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "query-parameters")
@Needs(transports = Via.POLLING)
class RefusalRules {
    private static final String VALID = "EIO=4&transport=polling";

    @Must(
            id = "EIO-REFUSE-VERSION-MISSING",
            says = "answers a polling handshake without EIO with HTTP 400",
            sabotagedBy = VersionOptionalForPolls.class,
            seenIn = "E3-03")
    void refusesNoVersion(Clients clients) {
        expectBadRequest(clients, "transport=polling");
    }

    @Should(
            id = "EIO-REFUSE-VERSION-UNKNOWN",
            says = "answers a polling handshake of a protocol version that does not exist with HTTP 400",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = AnyVersionForPolls.class)
    void refusesUnknownVersions(Clients clients) {
        expectBadRequest(clients, "EIO=abc&transport=polling", "EIO=99&transport=polling", "EIO=&transport=polling");
    }

    @Must(
            id = "EIO-REFUSE-TRANSPORT-MISSING",
            says = "answers a handshake without a transport with HTTP 400",
            sabotagedBy = TransportOptionalForPolls.class,
            seenIn = "QV-02")
    void refusesNoTransport(Clients clients) {
        expectBadRequest(clients, "EIO=4");
    }

    // Names that every object has in some language once ended a server: CVE-2023-31125.
    @Should(
            id = "EIO-REFUSE-TRANSPORT-UNKNOWN",
            says = "answers a handshake for a transport that does not exist with HTTP 400",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = AnyTransportForPolls.class,
            seenIn = "QV-02")
    void refusesUnknownTransports(Clients clients) {
        Bystander bystander = new Bystander(clients);
        for (String name : new String[] {"abc", "", "constructor", "__proto__", "toString"}) {
            expectBadRequest(clients, "EIO=4&transport=" + name);
        }
        bystander.expectUnharmed();
    }

    @Must(
            id = "EIO-REFUSE-SID-UNKNOWN-GET",
            says = "answers a poll of a session that does not exist with HTTP 400",
            sabotagedBy = UnknownSidOpens.class)
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "receiving-data")
    void refusesToPollAnUnknownSession(Clients clients) {
        expectBadRequest(clients, VALID + "&sid=umpire-knows-no-such-session");
        PollingSession.open(clients).expectUsable();
    }

    @Must(
            id = "EIO-REFUSE-SID-UNKNOWN-POST",
            says = "answers a POST to a session that does not exist with HTTP 400",
            sabotagedBy = UnknownSidTakesPosts.class)
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "sending-data")
    void refusesToPostToAnUnknownSession(Clients clients) {
        HttpReply reply = clients.post(VALID + "&sid=umpire-knows-no-such-session", Home.fence());
        expect(reply.status() == 400, "HTTP 400 to a POST to no session", reply);
        PollingSession.open(clients).expectUsable();
    }

    @Should(
            id = "EIO-REFUSE-HANDSHAKE-POST",
            says = "answers a handshake by POST or PUT with HTTP 400",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = PostOpens.class)
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    void refusesToOpenByPost(Clients clients) {
        for (String method : new String[] {"POST", "PUT"}) {
            HttpReply reply = clients.send(method, VALID, "", "").reply();
            expect(reply.status() == 400, "HTTP 400 to " + method, reply);
        }
        expectControl(clients);
    }

    @Should(
            id = "EIO-REFUSE-HANDSHAKE-METHOD",
            says = "opens no session by DELETE, PATCH, HEAD or OPTIONS, and answers all of them",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = {DeleteOpens.class, OptionsUnanswered.class})
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
    void opensByGetOnly(Clients clients) {
        for (String method : new String[] {"DELETE", "PATCH", "HEAD", "OPTIONS"}) {
            HttpReply reply = Wanted.that(
                    "an answer to " + method,
                    () -> clients.send(method, VALID, "", null).reply());
            boolean preflight = method.equals("OPTIONS") && reply.status() < 300;
            expect(reply.status() >= 400 || preflight, "an error status to " + method, reply);
            expect(!reply.text().contains("\"sid\""), "no session by " + method, reply);
        }
        expectControl(clients);
    }

    private static void expectBadRequest(Clients clients, String... queries) {
        for (String query : queries) {
            HttpReply reply = clients.get(query);
            expect(reply.status() == 400, "HTTP 400 to ?" + query, reply);
        }
        expectControl(clients);
    }

    private static void expectControl(Clients clients) {
        PollingSession.open(clients);
    }
}
