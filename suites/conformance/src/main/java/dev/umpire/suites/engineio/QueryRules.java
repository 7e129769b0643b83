package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.saboteur.engineio.Base64FlagNumeric;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpExchange;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
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
 * Engine.IO v4, "Query parameters": three parameters mean something. Clients send others as well: a time against
 * caches, leftovers of protocol 3, and whatever their application adds.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "query-parameters")
class QueryRules {
    private static final int POLLS = 3;
    private static final String[] FURTHER = {
        "t=Pq3x", "b64=1", "b64=true", "b64=abc", "token=a%3Db&user[name]=zo%C3%AB", "=&&empty="
    };

    // b64=true once was a NumberFormatException in netty-socketio, and b64=0 once switched base64 on in socketioxide.
    @Should(
            id = "EIO-QUERY-FURTHER",
            sabotagedBy = Base64FlagNumeric.class,
            says = "serves sessions alike whatever further parameters the query has, b64 of protocol 3 among them",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            seenIn = "QV-05")
    @Needs(transports = {Via.POLLING, Via.WEBSOCKET})
    void passesOverFurtherParameters(Clients clients) {
        for (String further : FURTHER) {
            servesOverPolling(clients, further);
            servesOverWebSocket(clients, further);
        }
    }

    private static void servesOverPolling(Clients clients, String further) {
        String query = "EIO=4&transport=polling&" + further;
        HttpReply opened = clients.get(query);
        expect(opened.status() == 200, "HTTP 200 to ?" + query, opened);
        String sid = Handshake.of(PollingSession.decode(opened).get(0)).sid();
        HttpReply post = clients.post(query + "&sid=" + sid, Home.fence());
        expect(post.status() == 200, "HTTP 200 to a POST with " + further, post);
        boolean answered = false;
        for (int poll = 0; poll < POLLS && !answered; poll++) {
            HttpReply reply = clients.get(query + "&sid=" + sid);
            expect(reply.status() == 200, "HTTP 200 to a poll with " + further, reply);
            // a ping may come first, and stay unanswered
            answered = PollingSession.decode(reply).stream().anyMatch(QueryRules::answersFence);
        }
        expect(answered, "an answer to CONNECT over ?" + query, "none in " + POLLS + " polls");
    }

    private static boolean answersFence(EnginePacket packet) {
        String namespace = Home.fence().substring(2);
        return packet.encoded().startsWith("44" + namespace) || packet.encoded().startsWith("40" + namespace);
    }

    private static void servesOverWebSocket(Clients clients, String further) {
        String query = "EIO=4&transport=websocket&" + further;
        HttpExchange http = WebSocketAttempt.send(clients, query);
        HttpReply reply = http.reply();
        expect(reply.status() == 101, "HTTP 101 to ?" + query, reply);
        String first = RawWebSocket.over(http.tcp()).nextData().text();
        expect(first.startsWith("0{"), "an open packet for ?" + query, first);
    }
}
