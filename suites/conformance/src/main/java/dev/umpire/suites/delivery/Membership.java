package dev.umpire.suites.delivery;

import dev.umpire.fixtures.client.ClientSocket;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is in which room, and whom an emit must therefore reach: the emit cheat sheet as a function. */
final class Membership {
    private final Map<ClientSocket, Set<String>> rooms = new LinkedHashMap<>();

    /** Everybody is in the room of its own id. */
    Membership(List<ClientSocket> sockets) {
        sockets.forEach(socket -> rooms.put(socket, new HashSet<>(Set.of(socket.sid()))));
    }

    /** Has a client join rooms, here and at the target. */
    void join(Cast cast, ClientSocket socket, String... names) {
        cast.join(socket, names);
        joined(socket, names);
    }

    /** Notes that a client is in rooms at the target. */
    void joined(ClientSocket socket, String... names) {
        rooms.computeIfAbsent(socket, s -> new HashSet<>()).addAll(List.of(names));
    }

    /** Those that an emit must reach, once each. */
    Set<ClientSocket> receivers(Emitted emit) {
        return rooms.keySet().stream().filter(socket -> reached(emit, socket)).collect(Collectors.toSet());
    }

    private boolean reached(Emitted emit, ClientSocket socket) {
        Scope scope = emit.scope();
        Set<String> own = rooms.getOrDefault(socket, Set.of());
        if (scope.via().equals("socket")
                && scope.rooms() == null
                && scope.excluded().isEmpty()) {
            return socket == emit.asker();
        }
        boolean leftOut = !scope.via().equals("io") && socket == emit.asker();
        boolean addressed = scope.rooms() == null || !Collections.disjoint(own, scope.rooms());
        return addressed && !leftOut && Collections.disjoint(own, scope.excluded());
    }
}
