package dev.umpire.suites.delivery;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Authority;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;

/** Emit cheat sheet: {@code io.emit} everyone, {@code socket.broadcast.emit} everyone else, {@code socket.emit} one. */
@PartOf(Suite.EMIT_SCOPES)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "emit-cheatsheet/")
@Needs(
        tier = Tier.UMPIRE,
        transports = {Via.POLLING, Via.WEBSOCKET, Via.UPGRADE})
class EmitScopeRules {

    @Must(
            id = "SCOPE-IO-EVERYONE",
            says = "delivers io.emit to every client of the namespace, once each",
            authority = Authority.DOCUMENTATION)
    void ioReachesEveryone(Clients clients) {
        ClientSocket alice = clients.socket("alice", Via.WEBSOCKET);
        ClientSocket bob = clients.socket("bob", Via.POLLING);
        ClientSocket carol = clients.socket("carol", Via.UPGRADE);
        String tick = clients.event("tick");

        clients.command(alice, "{'op':'emit','via':'io','event':'" + tick + "'}");

        new Audience(clients, alice, bob, carol).expectOnly(tick, alice, bob, carol);
    }

    @Must(
            id = "SCOPE-BROADCAST-OTHERS",
            says = "delivers socket.broadcast.emit to every client but the one that asks",
            authority = Authority.DOCUMENTATION)
    void broadcastReachesEveryoneElse(Clients clients) {
        ClientSocket alice = clients.socket("alice", Via.WEBSOCKET);
        ClientSocket bob = clients.socket("bob", Via.POLLING);
        ClientSocket carol = clients.socket("carol", Via.UPGRADE);
        String tick = clients.event("tick");

        clients.command(alice, "{'op':'emit','via':'broadcast','event':'" + tick + "'}");

        new Audience(clients, alice, bob, carol).expectOnly(tick, bob, carol);
    }
}
