package dev.umpire.suites.websocket;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.saboteur.websocket.ConnectionUnread;
import dev.umpire.fixtures.saboteur.websocket.HostNotNeeded;
import dev.umpire.fixtures.saboteur.websocket.KeyNotNeeded;
import dev.umpire.fixtures.saboteur.websocket.KeyOfAnyLength;
import dev.umpire.fixtures.saboteur.websocket.MethodUnread;
import dev.umpire.fixtures.saboteur.websocket.UpgradeNotNeeded;
import dev.umpire.fixtures.saboteur.websocket.UpgradeUnread;
import dev.umpire.fixtures.saboteur.websocket.VersionNotNeeded;
import dev.umpire.fixtures.saboteur.websocket.VersionUnadvertised;
import dev.umpire.fixtures.saboteur.websocket.VersionUnread;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/**
 * RFC 6455, 4.2.1: a server that finds a handshake lacking in anything that makes it one stops, and answers with an
 * HTTP error. Each probe is a valid handshake with one thing changed.
 */
@PartOf(Suite.WEBSOCKET_HANDSHAKE)
@Section(spec = Spec.RFC_6455, anchor = "4.2.1")
@Needs(transports = Via.WEBSOCKET)
class OpeningRefusalRules {

    @Must(
            id = "WS-OPEN-KEY-MISSING",
            says = "refuses a handshake without Sec-WebSocket-Key",
            authority = Authority.RFC6455,
            sabotagedBy = KeyNotNeeded.class)
    void refusesAMissingKey(Clients clients) {
        Opening.valid(clients).without(Opening.KEY).refused(clients, "without Sec-WebSocket-Key");
    }

    @Must(
            id = "WS-OPEN-KEY-LENGTH",
            says = "refuses a handshake whose key is not 16 bytes in base64",
            authority = Authority.RFC6455,
            sabotagedBy = KeyOfAnyLength.class)
    void refusesAKeyOfAnotherLength(Clients clients) {
        for (String key :
                new String[] {"c2hvcnQ=", "dGhpcyBrZXkgaXMgbG9uZ2VyIHRoYW4gMTYgYnl0ZXM=", "no base64 at all!!"}) {
            Opening.valid(clients).with(Opening.KEY, key).refused(clients, "with the key " + key);
        }
    }

    @Must(
            id = "WS-OPEN-VERSION-MISSING",
            says = "refuses a handshake without Sec-WebSocket-Version",
            authority = Authority.RFC6455,
            sabotagedBy = VersionNotNeeded.class)
    void refusesAMissingVersion(Clients clients) {
        Opening.valid(clients).without(Opening.VERSION).refused(clients, "without Sec-WebSocket-Version");
    }

    @Must(
            id = "WS-OPEN-VERSION-UNKNOWN",
            says = "refuses a handshake of a version that does not exist",
            authority = Authority.RFC6455,
            sabotagedBy = VersionUnread.class)
    @Section(spec = Spec.RFC_6455, anchor = "4.2.2")
    void refusesAnUnknownVersion(Clients clients) {
        Opening.valid(clients).with(Opening.VERSION, "99").refused(clients, "of version 99");
        Opening.valid(clients).with(Opening.VERSION, "thirteen").refused(clients, "of version \"thirteen\"");
    }

    @Must(
            id = "WS-OPEN-VERSION-ADVERTISED",
            says = "names version 13 in Sec-WebSocket-Version when it refuses another one",
            authority = Authority.RFC6455,
            sabotagedBy = VersionUnadvertised.class)
    @Section(spec = Spec.RFC_6455, anchor = "4.2.2")
    @Section(spec = Spec.RFC_6455, anchor = "4.4")
    void advertisesItsVersion(Clients clients) {
        HttpReply reply = Clients.prerequisite(
                "WS-OPEN-VERSION-UNKNOWN",
                () -> Opening.valid(clients).with(Opening.VERSION, "99").refused(clients, "of version 99"));
        expect(
                reply.hasToken(Opening.VERSION, "13"),
                "HTTP " + reply.status() + " with Sec-WebSocket-Version: 13",
                "HTTP " + reply.status() + " with " + reply.headers());
    }

    @Must(
            id = "WS-OPEN-UPGRADE-MISSING",
            says = "refuses a handshake without Upgrade",
            authority = Authority.RFC6455,
            sabotagedBy = UpgradeNotNeeded.class)
    void refusesAMissingUpgrade(Clients clients) {
        Opening.valid(clients).without("Upgrade").refused(clients, "without Upgrade");
    }

    @Must(
            id = "WS-OPEN-UPGRADE-OTHER",
            says = "refuses a handshake whose Upgrade names another protocol",
            authority = Authority.RFC6455,
            sabotagedBy = UpgradeUnread.class)
    void refusesAnotherProtocol(Clients clients) {
        Opening.valid(clients).with("Upgrade", "h2c").refused(clients, "with Upgrade: h2c");
    }

    @Must(
            id = "WS-OPEN-CONNECTION-MISSING",
            says = "refuses a handshake whose Connection does not name Upgrade",
            authority = Authority.RFC6455,
            sabotagedBy = ConnectionUnread.class)
    void refusesAConnectionWithoutUpgrade(Clients clients) {
        Opening.valid(clients).with("Connection", "keep-alive").refused(clients, "with Connection: keep-alive");
        Opening.valid(clients).without("Connection").refused(clients, "without Connection");
    }

    @Must(
            id = "WS-OPEN-METHOD",
            says = "refuses a handshake by POST",
            authority = Authority.RFC6455,
            sabotagedBy = MethodUnread.class)
    void refusesAnotherMethod(Clients clients) {
        Opening.valid(clients).withMethod("POST").with("Content-Length", "0").refused(clients, "by POST");
    }

    // Node's socket.io 4.8.4 answers 101: Node's HTTP server asks for Host, but not of upgrade requests
    @Must(
            id = "WS-OPEN-HOST-MISSING",
            says = "refuses a handshake without Host",
            authority = Authority.RFC6455,
            sabotagedBy = HostNotNeeded.class)
    void refusesAMissingHost(Clients clients) {
        Opening.valid(clients).without("Host").refused(clients, "without Host");
    }
}
