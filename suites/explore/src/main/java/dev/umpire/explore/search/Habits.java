package dev.umpire.explore.search;

import dev.umpire.explore.program.Payload;
import dev.umpire.fixtures.wire.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one program likes to do. Programs that do a little of everything rarely do much of anything: so each has habits
 * by chance, such as one room, bytes only and long bursts, or six clients that join and leave (swarm testing).
 *
 * @param weights how often each action is chosen
 * @param togetherness of 100 phases, how many have several steps at once
 */
record Habits(
        int clients,
        List<Via> transports,
        List<String> namespaces,
        List<String> rooms,
        List<Payload> payloads,
        int burst,
        int togetherness,
        int crowd,
        Map<Action, Integer> weights) {

    private static final List<String> ODD_ROOMS =
            List.of("0", "1", "01", "7", "07", "a b", "zoë", "constructor", "1e0");
    private static final List<Integer> BURSTS = List.of(1, 1, 3, 12, 60, 130, 400);

    static Habits of(Random random, Offer offer) {
        int clients = offer.fewest() + random.nextInt(offer.most() - offer.fewest() + 1);
        return new Habits(
                random.nextInt(10) == 0 ? Math.max(clients, Math.min(2 * offer.most(), 12)) : clients,
                some(random, offer.transports(), 1),
                namespaces(random, offer),
                rooms(random, offer),
                payloads(random, offer),
                any(random, BURSTS),
                any(random, List.of(0, 20, 50, 90)),
                any(random, List.of(2, 4, 10, 25)),
                weights(random, offer));
    }

    private static List<String> namespaces(Random random, Offer offer) {
        List<String> known = new ArrayList<>(List.of("/", "/custom"));
        if (offer.has("dynamic-namespaces")) {
            known.addAll(List.of("/dynamic-1", "/dynamic-2", "/dynamic-1"));
        }
        if (offer.has("guarded")) {
            known.add("/guarded");
        }
        if (offer.has("recovery") && offer.cuts()) {
            known.addAll(List.of("/recoverable", "/recoverable"));
        }
        return some(random, known, 1).stream()
                .distinct()
                .limit(1 + random.nextInt(3))
                .toList();
    }

    private static List<String> rooms(Random random, Offer offer) {
        if (!offer.has("rooms")) {
            return List.of();
        }
        List<String> rooms = new ArrayList<>(List.of("red", "blue", "green").subList(0, 1 + random.nextInt(3)));
        if (random.nextInt(3) == 0) {
            rooms.addAll(some(random, ODD_ROOMS, 2));
        }
        return List.copyOf(rooms);
    }

    private static List<Payload> payloads(Random random, Offer offer) {
        List<Payload> known = Stream.of(Payload.values())
                .filter(payload -> offer.has("binary") || !payload.binary())
                .filter(payload -> payload != Payload.SURROGATE || random.nextInt(4) == 0)
                .toList();
        return random.nextInt(3) == 0 ? List.of(Payload.NONE) : some(random, known, 1);
    }

    private static Map<Action, Integer> weights(Random random, Offer offer) {
        return Stream.of(Action.values())
                .collect(Collectors.toMap(
                        action -> action,
                        action -> action.offered(offer) ? action.weight() * habit(random, action) : 0));
    }

    /** Programs without emits show nothing. */
    private static int habit(Random random, Action action) {
        return any(random, action == Action.EMIT ? List.of(1, 3, 8) : List.of(0, 1, 1, 3, 8));
    }

    int weight(Action action) {
        return weights.getOrDefault(action, 0);
    }

    /** A part of a list, by chance, of at least so many. */
    static <T> List<T> some(Random random, List<T> all, int least) {
        List<T> rest = new ArrayList<>(all);
        List<T> chosen = new ArrayList<>();
        int count = Math.min(rest.size(), least + random.nextInt(rest.size()));
        while (chosen.size() < count) {
            chosen.add(rest.remove(random.nextInt(rest.size())));
        }
        return List.copyOf(chosen);
    }

    static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
