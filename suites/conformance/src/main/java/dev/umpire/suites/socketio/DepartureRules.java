package dev.umpire.suites.socketio;

import static dev.umpire.suites.rule.Authority.DOCUMENTATION;
import static dev.umpire.suites.rule.Authority.OFFICIAL_TESTS;
import static dev.umpire.suites.socketio.Claim.claim;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.saboteur.connection.AbsentPollerKept;
import dev.umpire.fixtures.saboteur.connection.CloseFrameIgnored;
import dev.umpire.fixtures.saboteur.connection.ClosePacketIgnored;
import dev.umpire.fixtures.saboteur.connection.ClosePacketIgnoredOverPolling;
import dev.umpire.fixtures.saboteur.connection.EndedConnectionKept;
import dev.umpire.fixtures.saboteur.connection.LeaveIgnored;
import dev.umpire.fixtures.saboteur.connection.LeaverCounted;
import dev.umpire.fixtures.saboteur.connection.NoPingTimeout;
import dev.umpire.fixtures.saboteur.connection.ResetConnectionKept;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Clients;
import dev.umpire.suites.rule.Must;
import dev.umpire.suites.rule.Needs;
import dev.umpire.suites.rule.PartOf;
import dev.umpire.suites.rule.Patient;
import dev.umpire.suites.rule.Section;
import dev.umpire.suites.rule.Should;
import dev.umpire.suites.rule.Spec;
import dev.umpire.suites.rule.Suite;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Documentation, "Rooms" and "The Socket instance": a client that is gone is in no namespace and no room any more, in
 * whichever way it went.
 */
@PartOf(Suite.DISCONNECT)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-socket-instance/#disconnect")
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "rooms/#disconnection")
@Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces", transports = Via.WEBSOCKET)
class DepartureRules {
    private static final String COUNTED_NO_MORE = "the client that is gone to be counted no more, in due time";

    @Must(
            id = "SIO-DEPARTURE-DISCONNECT",
            says = "no longer counts a client that left the namespace",
            authority = DOCUMENTATION,
            sabotagedBy = {LeaveIgnored.class, LeaverCounted.class})
    void byDisconnect(Clients clients) {
        departs(
                clients,
                Via.WEBSOCKET,
                ClientSocket::disconnect,
                clients.timing().await());
    }

    /**
     * Node's socket.io 4.8.4 passes over a close packet on a WebSocket, and the client is counted as long as it pongs.
     */
    @Should(
            id = "SIO-DEPARTURE-CLOSE-PACKET",
            says = "no longer counts a client that closed its session with a close packet",
            authority = OFFICIAL_TESTS,
            sabotagedBy = ClosePacketIgnored.class)
    void byClosePacket(Clients clients) {
        departs(
                clients,
                Via.WEBSOCKET,
                gone -> gone.client().engine().send("1"),
                clients.timing().await());
    }

    @Should(
            id = "SIO-DEPARTURE-CLOSE-PACKET-POLLING",
            says = "no longer counts a polling client that closed its session with a close packet",
            authority = OFFICIAL_TESTS,
            sabotagedBy = ClosePacketIgnoredOverPolling.class)
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces", transports = Via.POLLING)
    void byClosePacketOverPolling(Clients clients) {
        departs(
                clients,
                Via.POLLING,
                gone -> gone.client().engine().send("1"),
                clients.timing().await());
    }

    @Must(
            id = "SIO-DEPARTURE-CLOSE-FRAME",
            says = "no longer counts a client that closed its WebSocket",
            authority = DOCUMENTATION,
            sabotagedBy = CloseFrameIgnored.class)
    void byCloseFrame(Clients clients) {
        departs(
                clients,
                Via.WEBSOCKET,
                gone -> gone.client().engine().closeFrame(1000),
                clients.timing().await());
    }

    @Must(
            id = "SIO-DEPARTURE-FIN",
            says = "no longer counts a client whose TCP connection ended",
            authority = DOCUMENTATION,
            sabotagedBy = EndedConnectionKept.class,
            seenIn = "CL-07")
    void byEndOfConnection(Clients clients) {
        vanishes(clients, RawWebSocket::close);
    }

    @Must(
            id = "SIO-DEPARTURE-RST",
            says = "no longer counts a client whose TCP connection was reset",
            authority = DOCUMENTATION,
            sabotagedBy = ResetConnectionKept.class,
            seenIn = "CL-07")
    void byReset(Clients clients) {
        vanishes(clients, socket -> socket.tcp().reset());
    }

    @Patient
    @Must(
            id = "SIO-DEPARTURE-SILENCE",
            says = "no longer counts a client that stopped answering pings, once its time is up",
            authority = DOCUMENTATION,
            sabotagedBy = {NoPingTimeout.class, AbsentPollerKept.class},
            seenIn = "CL-07")
    void bySilence(Clients clients) {
        departs(
                clients,
                Via.WEBSOCKET,
                gone -> gone.client().engine().stopAnsweringPings(),
                clients.timing().heartbeatEnd());
    }

    @Patient
    @Must(
            id = "SIO-DEPARTURE-POLLING",
            says = "no longer counts a polling client that polls no more, once its time is up",
            authority = DOCUMENTATION,
            sabotagedBy = AbsentPollerKept.class,
            seenIn = {"PO-17", "CL-07"})
    @Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces", transports = Via.POLLING)
    void byAbsenceOverPolling(Clients clients) {
        departs(
                clients,
                Via.POLLING,
                gone -> gone.client().close(),
                clients.timing().heartbeatEnd());
    }

    private static void departs(Clients clients, Via via, Consumer<ClientSocket> leaving, Duration within) {
        String namespace = clients.ownNamespace();
        Census census = census(clients, namespace);
        ClientSocket gone = clients.socket("gone", via, namespace);
        census.await(2);
        leaving.accept(gone);
        claim(COUNTED_NO_MORE, () -> census.await(1, within));
    }

    private static void vanishes(Clients clients, Consumer<RawWebSocket> leaving) {
        String namespace = clients.ownNamespace();
        Census census = census(clients, namespace);
        RawWebSocket gone = Joining.join(clients.rawWebSocket(), namespace);
        census.await(2);
        leaving.accept(gone);
        // where a server notices only the missing pong, it still has to notice
        claim(COUNTED_NO_MORE, () -> census.await(1, clients.timing().heartbeatEnd()));
    }

    private static Census census(Clients clients, String namespace) {
        return new Census(clients, clients.socket("observer", clients.via(), namespace));
    }
}
