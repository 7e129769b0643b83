package dev.umpire.suites.socketio;

import static dev.umpire.fixtures.packet.SocketPacket.MAIN;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;
import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT_ERROR;
import static dev.umpire.suites.rule.Authority.OFFICIAL_TESTS;
import static dev.umpire.suites.rule.Authority.REFERENCE_IMPLEMENTATION;
import static dev.umpire.suites.rule.Expect.expect;
import static dev.umpire.suites.socketio.Claim.claim;

import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.NotApplicable;
import dev.umpire.fixtures.saboteur.connection.NoConnectTimeout;
import dev.umpire.fixtures.saboteur.connection.RefusedConnectionKept;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Patient;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.time.Duration;

/**
 * Socket.IO v5, "Connection to a namespace": a connection that joins no namespace is of no use and does not stay. That
 * it is closed for this reason shows in one beside it that has joined, and stays.
 */
@PartOf(Suite.CONNECT)
@Section(spec = Spec.SOCKET_IO_V5, anchor = "connection-to-a-namespace")
class IdleConnectionRules {
    /** Documented default of Node's {@code connectTimeout}: the longest that a silent client is watched. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(45);

    /** The text demands no time limit; Node's socket.io has one of 45 s unless told otherwise. */
    @Patient
    @Should(
            id = "SIO-CONNECT-NEVER",
            says = "closes a connection that joins no namespace, though its heartbeat goes on",
            authority = OFFICIAL_TESTS,
            sabotagedBy = NoConnectTimeout.class,
            seenIn = "NS-10")
    void closesASilentConnection(Clients clients) {
        PacketWire member = clients.packets();
        PacketWire silent = clients.packets();
        member.send("40");
        if (member.next().type() != CONNECT) {
            throw new NotApplicable("the target refuses anonymous clients, so none could be seen to stay");
        }
        claim(
                "the end of a connection that joins no namespace",
                () -> silent.engine().awaitEnd(longest(clients)));
        expectOpen(member);
    }

    @Patient
    @Should(
            id = "SIO-CONNECT-NEVER-REFUSED",
            says = "closes a connection that was refused in every namespace that it asked for",
            authority = REFERENCE_IMPLEMENTATION,
            sabotagedBy = {NoConnectTimeout.class, RefusedConnectionKept.class},
            seenIn = "NS-10")
    @Needs(tier = Tier.ECHO)
    void closesAConnectionThatWasOnlyRefused(Clients clients) {
        PacketWire member = clients.packets();
        Joining.join(member, MAIN);
        PacketWire refused = clients.packets();
        refused.send("40/umpire-knows-no-such-namespace,");
        Clients.prerequisite(
                "SIO-CONNECT-UNKNOWN", () -> refused.next(CONNECT_ERROR, "/umpire-knows-no-such-namespace"));
        claim(
                "the end of a connection that was refused everywhere",
                () -> refused.engine().awaitEnd(longest(clients)));
        expectOpen(member);
    }

    private static Duration longest(Clients clients) {
        return CONNECT_TIMEOUT.plus(clients.timing().await());
    }

    private static void expectOpen(PacketWire member) {
        expect(
                member.engine().ending(Duration.ZERO).isEmpty(),
                "a client that has joined a namespace to stay",
                "its connection was closed, too");
    }
}
