package dev.umpire.suites.socketio;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;

/** Counts the clients of a namespace, asked by one of them. */
final class Census {
    private final Clients clients;
    private final ClientSocket observer;

    Census(Clients clients, ClientSocket observer) {
        this.clients = clients;
        this.observer = observer;
    }

    /** How many clients there are now, the observer among them. */
    int count() {
        return clients.command(observer, "{'op':'clients'}").path("count").asInt();
    }

    /** Insists that there are so many clients, at once or soon. */
    int await(int wanted) {
        return await(wanted, clients.timing().await());
    }

    /**
     * Insists that there are so many clients within a time.
     *
     * @throws Violation if there are not
     */
    int await(int wanted, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        int count = count();
        while (count != wanted) {
            if (System.nanoTime() > deadline) {
                throw new Violation(
                        wanted + " clients counted in the namespace within " + within.toMillis() + " ms",
                        count + " clients");
            }
            observer.read(clients.timing().quiet().dividedBy(4));
            count = count();
        }
        return count;
    }
}
