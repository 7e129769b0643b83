package dev.umpire.suites.engineio;

import static dev.umpire.suites.rule.Expect.expect;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.saboteur.engineio.AbortedPollUnnoticed;
import dev.umpire.fixtures.saboteur.engineio.CloseFrameHalfHandled;
import dev.umpire.fixtures.saboteur.engineio.FinUnnoticed;
import dev.umpire.fixtures.saboteur.engineio.ResetUnnoticed;
import dev.umpire.fixtures.wire.Frame;
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
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Socket.IO documentation, "Server socket instance", disconnect: a client whose connection closes is disconnected, not
 * only after a ping went unanswered. Another client asks the server how many are left.
 */
@PartOf(Suite.CLOSE)
@Section(spec = Spec.SOCKET_IO_DOCS, anchor = "server-socket-instance/#disconnect")
@Needs(tier = Tier.UMPIRE, capabilities = "dynamic-namespaces", transports = Via.WEBSOCKET)
class DepartureRules {
    private static final int ATTEMPTS = 3;

    @Should(
            id = "EIO-DEPART-CLOSE-FRAME",
            says = "ends the session at once when the client closes the WebSocket in due form",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = CloseFrameHalfHandled.class,
            seenIn = "CL-04")
    void noticesACloseFrame(Clients clients) {
        expectDeparture(clients, socket -> {
            socket.send(Frame.close(1000));
            socket.awaitEnd();
            socket.close();
        });
    }

    @Should(
            id = "EIO-DEPART-FIN",
            says = "ends the session at once when the client ends the TCP connection",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = FinUnnoticed.class)
    void noticesTheEnd(Clients clients) {
        expectDeparture(clients, RawWebSocket::close);
    }

    @Should(
            id = "EIO-DEPART-RESET",
            says = "ends the session at once when the client resets the TCP connection",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = ResetUnnoticed.class)
    void noticesAReset(Clients clients) {
        expectDeparture(clients, socket -> socket.tcp().reset());
    }

    @Should(
            id = "EIO-DEPART-POLL-ABORTED",
            says = "ends the session at once when the client gives its pending poll up",
            authority = Authority.DOCUMENTATION,
            sabotagedBy = AbortedPollUnnoticed.class)
    @Needs(
            tier = Tier.UMPIRE,
            capabilities = "dynamic-namespaces",
            transports = {Via.POLLING, Via.WEBSOCKET})
    void noticesAnAbortedPoll(Clients clients) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Pace pace = new Pace(clients.timing());
            PollingSession leaving = PollingSession.joined(clients);
            ClientSocket observer =
                    clients.socket("observer", Via.WEBSOCKET, leaving.home().namespace());
            expectCount(clients, observer, 2, pace);
            if (leaving.giveUpPoll()) {
                expectCount(clients, observer, 1, pace);
                return;
            }
        }
        throw new Undecided(PollingSession.PING_CROSSED);
    }

    private static void expectDeparture(Clients clients, Consumer<RawWebSocket> departure) {
        Pace pace = new Pace(clients.timing());
        HandWebSocket leaving = HandWebSocket.joined(clients);
        ClientSocket observer =
                clients.socket("observer", Via.WEBSOCKET, leaving.home().namespace());
        expectCount(clients, observer, 2, pace);
        departure.accept(leaving.socket());
        expectCount(clients, observer, 1, pace);
    }

    /** Asks until the number is right, for half the time after which a timeout would make it right. */
    private static void expectCount(Clients clients, ClientSocket observer, int wanted, Pace pace) {
        Duration heartbeat =
                clients.timing().pingInterval().plus(clients.timing().pingTimeout());
        long deadline = System.nanoTime() + heartbeat.dividedBy(2).toNanos();
        int count = count(clients, observer);
        while (count != wanted && System.nanoTime() < deadline) {
            observer.read(clients.timing().quiet().dividedBy(4));
            count = count(clients, observer);
        }
        if (count != wanted && pace.overdue()) {
            throw new Undecided("this machine was too slow to tell a departure from a timeout");
        }
        expect(
                count == wanted,
                wanted == 1 ? "1 client, since the other has left" : wanted + " clients",
                count + " clients");
    }

    private static int count(Clients clients, ClientSocket observer) {
        return clients.command(observer, "{'op':'clients'}").path("count").asInt();
    }
}
