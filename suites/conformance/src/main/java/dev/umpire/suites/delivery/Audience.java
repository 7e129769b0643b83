package dev.umpire.suites.delivery;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Clients of whom some must receive an event and the others must not. Absence is proved without luck: every client asks
 * for an echo after the emit was acknowledged, and what was emitted before must arrive before that echo; the quiet time
 * that follows catches what a server sends late.
 */
public final class Audience {
    private final Clients clients;
    private final List<ClientSocket> sockets;

    /** Watches sockets. */
    public Audience(Clients clients, ClientSocket... sockets) {
        this.clients = clients;
        this.sockets = List.of(sockets);
    }

    /**
     * Insists that an event reached some of the clients once, and none of the others.
     *
     * @throws Violation naming the first client for which that is not so
     */
    public void expectOnly(String event, ClientSocket... receivers) {
        for (ClientSocket receiver : receivers) {
            receiver.await(event, 1);
        }
        settle();
        Set<ClientSocket> expected = Set.of(receivers);
        for (ClientSocket socket : sockets) {
            List<SocketPacket> got = socket.received(event);
            int wanted = expected.contains(socket) ? 1 : 0;
            if (got.size() != wanted) {
                throw new Violation(
                        wanted == 1
                                ? socket.name() + " receives the event once"
                                : socket.name() + " does not receive the event",
                        got.isEmpty() ? "it does not" : "it receives it " + got.size() + " times: " + got);
            }
        }
    }

    private void settle() {
        Clients.prerequisite("SIO-ACK-ANSWERED", () -> {
            sockets.forEach(socket -> socket.request("message-with-ack", "fence"));
            return sockets;
        });
        long deadline = System.nanoTime() + clients.timing().quiet().toNanos();
        for (ClientSocket socket : sockets) {
            socket.read(Duration.ofNanos(deadline - System.nanoTime()));
        }
    }
}
