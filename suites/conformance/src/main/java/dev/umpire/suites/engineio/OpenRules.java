package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.Payload;
import dev.umpire.fixtures.saboteur.engineio.MaxPayloadAsText;
import dev.umpire.fixtures.saboteur.engineio.MaxPayloadUnannounced;
import dev.umpire.fixtures.saboteur.engineio.MessageForOpen;
import dev.umpire.fixtures.saboteur.engineio.NoopBeforeOpen;
import dev.umpire.fixtures.saboteur.engineio.PollsAsOctets;
import dev.umpire.fixtures.saboteur.engineio.UpgradesAsText;
import dev.umpire.fixtures.saboteur.engineio.UpgradesUnannounced;
import dev.umpire.fixtures.saboteur.engineio.VersionInOpen;
import dev.umpire.fixtures.saboteur.engineio.WebSocketUpgradable;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.May;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Engine.IO v4, "Handshake": a GET without a session id opens a session, and the answer is an open packet that says how
 * the session works.
 */
@PartOf(Suite.ENGINEIO_HANDSHAKE)
@Section(spec = Spec.ENGINE_IO_V4, anchor = "handshake")
class OpenRules {

    @Must(
            id = "EIO-OPEN-POLLING",
            says = "answers a polling GET without a session id with HTTP 200 and an open packet",
            sabotagedBy = MessageForOpen.class)
    @Needs(transports = Via.POLLING)
    void opensOverPolling(Clients clients) {
        opened(clients.get("EIO=4&transport=polling"));
    }

    @Must(
            id = "EIO-OPEN-WEBSOCKET",
            says = "sends an open packet first on a WebSocket without a session id",
            sabotagedBy = NoopBeforeOpen.class)
    @Needs(transports = Via.WEBSOCKET)
    void opensOverWebSocket(Clients clients) {
        opened(clients.rawWebSocket(""));
    }

    @Must(
            id = "EIO-OPEN-FIELDS",
            says = "announces pingInterval, pingTimeout and maxPayload as positive numbers",
            sabotagedBy = {MaxPayloadAsText.class, MaxPayloadUnannounced.class})
    void announcesItsHeartbeatAndLimit(Clients clients) {
        onEveryTransport(clients, open -> {
            for (String field : new String[] {"pingInterval", "pingTimeout", "maxPayload"}) {
                expect(
                        open.path(field).isIntegralNumber() && open.path(field).asLong() > 0,
                        field + " as a positive number",
                        open);
            }
        });
    }

    @Must(
            id = "EIO-OPEN-TYPES",
            says = "announces the sid as a string and the upgrades as a list of strings",
            sabotagedBy = UpgradesAsText.class)
    void announcesStrings(Clients clients) {
        onEveryTransport(clients, open -> {
            expect(open.path("sid").isTextual(), "the sid as a string", open);
            expect(open.path("upgrades").isArray(), "upgrades as a list", open);
            open.path("upgrades").forEach(upgrade -> expect(upgrade.isTextual(), "names of transports", open));
        });
    }

    // The text lists five keys and does not forbid others; the official tests want exactly these.
    @May(
            id = "EIO-OPEN-NO-OTHER-KEYS",
            says = "announces nothing beyond the five keys of the open packet",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = VersionInOpen.class)
    void announcesNothingElse(Clients clients) {
        onEveryTransport(clients, open -> {
            Set<String> others = new TreeSet<>();
            open.fieldNames().forEachRemaining(others::add);
            others.removeAll(Set.of("sid", "upgrades", "pingInterval", "pingTimeout", "maxPayload"));
            expect(others.isEmpty(), "no other keys", others);
        });
    }

    @Should(
            id = "EIO-OPEN-UPGRADES-POLLING",
            says = "announces that a polling session can be upgraded to WebSocket, where it serves WebSocket",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = UpgradesUnannounced.class)
    @Needs(transports = {Via.POLLING, Via.WEBSOCKET})
    void announcesTheUpgrade(Clients clients) {
        Handshake handshake = opened(clients.get("EIO=4&transport=polling"));
        expect(handshake.upgrades().contains("websocket"), "websocket among the upgrades", handshake.json());
    }

    @Should(
            id = "EIO-OPEN-UPGRADES-WEBSOCKET",
            says = "announces no upgrades for a session that begins on a WebSocket",
            authority = Authority.OFFICIAL_TESTS,
            sabotagedBy = WebSocketUpgradable.class)
    @Needs(transports = Via.WEBSOCKET)
    void announcesNoUpgradeOfAWebSocket(Clients clients) {
        Handshake handshake = opened(clients.rawWebSocket(""));
        expect(handshake.upgrades().isEmpty(), "an empty list of upgrades", handshake.json());
    }

    @Should(
            id = "EIO-POLL-CONTENT-TYPE",
            says = "serves polls as text/plain in UTF-8",
            authority = Authority.REFERENCE_IMPLEMENTATION,
            sabotagedBy = PollsAsOctets.class,
            seenIn = "PO-12")
    @Section(spec = Spec.ENGINE_IO_V4, anchor = "headers")
    @Needs(transports = Via.POLLING)
    void servesPollsAsText(Clients clients) {
        expectText(clients.get("EIO=4&transport=polling"));
        PollingSession session = PollingSession.joined(clients);
        session.deliver(Home.fence());
        expectText(session.get());
    }

    private static void expectText(HttpReply reply) {
        String type = reply.header("content-type").orElse("none").toLowerCase(Locale.ROOT);
        expect(
                type.startsWith("text/plain") && type.replace("\"", "").contains("charset=utf-8"),
                "the content type text/plain; charset=UTF-8",
                type);
    }

    private static void onEveryTransport(Clients clients, Consumer<JsonNode> rule) {
        if (clients.profile().offers(Via.POLLING)) {
            rule.accept(opened(clients.get("EIO=4&transport=polling")).json());
        }
        if (clients.profile().offers(Via.WEBSOCKET)) {
            rule.accept(opened(clients.rawWebSocket("")).json());
        }
    }

    private static Handshake opened(HttpReply reply) {
        expect(reply.status() == 200, "HTTP 200 with an open packet", reply);
        return Handshake.of(PollingSession.decode(reply).get(0));
    }

    private static Handshake opened(RawWebSocket socket) {
        String first = socket.nextData().text();
        if (!first.startsWith("0")) {
            throw new Violation("an open packet", first);
        }
        return Handshake.of(Payload.decode(first).get(0));
    }
}
