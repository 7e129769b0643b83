package dev.umpire.suites.delivery;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.judgement.Blocked;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Waits until all that was emitted has arrived. Absence is proved without luck: every client asks for an echo, and what
 * was emitted before must arrive before that echo, which also shows that its channel works; the quiet time that follows
 * catches what a server sends late or twice.
 */
public final class Arrivals {
    private Arrivals() {}

    /**
     * Waits for clients to have received everything.
     *
     * @param complete whether a client has all that it must get; asked for as long as something comes
     */
    public static void settle(Clients clients, Collection<ClientSocket> sockets, Predicate<ClientSocket> complete) {
        fence(clients, sockets);
        for (ClientSocket socket : sockets) {
            socket.readWhileComing(() -> complete.test(socket));
        }
        long calm = System.nanoTime() + clients.timing().quiet().toNanos();
        for (ClientSocket socket : sockets) {
            socket.read(until(calm));
        }
    }

    /**
     * Has every client ask for an echo and waits for the answers.
     *
     * @throws Blocked if one is not answered
     */
    public static void fence(Clients clients, Collection<ClientSocket> sockets) {
        Map<ClientSocket, Long> asked = new LinkedHashMap<>();
        sockets.forEach(socket -> asked.put(socket, socket.ask("message-with-ack", "fence")));
        asked.forEach((socket, id) -> {
            if (!socket.readWhileComing(() -> socket.acknowledged(id))) {
                throw new Blocked(
                        "SIO-ACK-ANSWERED",
                        new Violation("an acknowledgement with id " + id, "none, " + socket.name()));
            }
        });
    }

    private static Duration until(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime());
    }
}
