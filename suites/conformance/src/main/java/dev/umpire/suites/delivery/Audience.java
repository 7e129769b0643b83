package dev.umpire.suites.delivery;

import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.suites.rule.Clients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clients of whom some must receive an emit, once, and the others must not; says of all of them what was wrong. */
public final class Audience {
    private final Clients clients;
    private final List<ClientSocket> sockets;
    private final Map<Emitted, Set<ClientSocket>> expected = new LinkedHashMap<>();

    /** Watches clients. */
    public Audience(Clients clients, List<ClientSocket> sockets) {
        this.clients = clients;
        this.sockets = List.copyOf(sockets);
    }

    /** Notes that an emit must reach these clients; {@link #andNobodyElse} judges. */
    public Audience reaches(Emitted emit, ClientSocket... receivers) {
        expected.put(emit, Set.of(receivers));
        return this;
    }

    /**
     * Insists that every emit noted so far reached its receivers once, and none of the other clients.
     *
     * @throws Violation naming, for the first emit of which that is not so, every client that got too much or too
     *     little
     */
    public void andNobodyElse() {
        Arrivals.settle(clients, sockets, this::hasAll);
        expected.forEach(this::judge);
    }

    /**
     * The same without the quiet time at the end, for the many emits of a grid: what comes twice or late after all is
     * left to other rules.
     */
    public void andNobodyElseBeforeAnEcho() {
        Arrivals.fence(clients, sockets);
        sockets.forEach(socket ->
                socket.readUntil(() -> hasAll(socket), clients.timing().quiet()));
        expected.forEach(this::judge);
    }

    private boolean hasAll(ClientSocket socket) {
        return expected.entrySet().stream()
                .filter(entry -> entry.getValue().contains(socket))
                .noneMatch(entry -> copies(entry, socket) == 0);
    }

    private void judge(Emitted emit, Set<ClientSocket> receivers) {
        List<String> deviations = new ArrayList<>();
        for (ClientSocket socket : sockets) {
            int copies = socket.received(emit.event()).size();
            if (receivers.contains(socket) && copies == 0) {
                deviations.add("not " + socket.name());
            } else if (copies > (receivers.contains(socket) ? 1 : 0)) {
                deviations.add(copies == 1 ? socket.name() : socket.name() + ' ' + copies + " times");
            }
        }
        if (!deviations.isEmpty()) {
            throw new Violation(
                    emit + " to reach "
                            + (receivers.isEmpty() ? "nobody" : names(receivers) + ", once each, and nobody else"),
                    "that it reached " + String.join(", ", deviations));
        }
    }

    private static int copies(Entry<Emitted, Set<ClientSocket>> entry, ClientSocket socket) {
        return socket.received(entry.getKey().event()).size();
    }

    private String names(Set<ClientSocket> receivers) {
        Stream<String> names =
                sockets.stream().filter(receivers::contains).map(socket -> socket.name() + where(socket));
        return names.collect(Collectors.joining(", "));
    }

    private String where(ClientSocket socket) {
        boolean ambiguous = sockets.stream()
                        .filter(other -> other.name().equals(socket.name()))
                        .count()
                > 1;
        return ambiguous ? " in " + socket.namespace() : "";
    }
}
