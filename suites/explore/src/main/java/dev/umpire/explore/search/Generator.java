package dev.umpire.explore.search;

import dev.umpire.explore.program.Payload;
import dev.umpire.explore.program.Program;
import dev.umpire.explore.program.Step;
import dev.umpire.fixtures.history.Scope;
import dev.umpire.fixtures.wire.Via;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes programs by chance; the same seed makes the same one. jqwik could make them, but not try them: a program is
 * tried against a server that is there only once, whose answer may differ the next time, so that shrinking has to try
 * each candidate several times ({@link Shrinker}), and a run is limited by time, not by a number of tries.
 */
public final class Generator {
    private static final List<Scope.Via> VIAS = List.of(Scope.Via.values());

    private static final int MOST_ECHOES = 130;
    private static final int MOST_AT_ONCE = 400;

    /** Servers may bound what waits for a client; so many {@link Payload#LARGE} events, 12 MB, are still little. */
    private static final int MOST_LARGE = 1_500;

    private final Random random;
    private final Offer offer;
    private final Habits habits;
    private final Set<Integer> open = new TreeSet<>();
    private final Set<Integer> upgradable = new HashSet<>();
    private final Set<Integer> stalled = new TreeSet<>();
    private final Set<Seat> seats = new LinkedHashSet<>();
    private final Set<Seat> left = new HashSet<>();
    private int large = MOST_LARGE;

    /** A client in a namespace. */
    private record Seat(int client, String namespace) {}

    private Generator(Random random, Offer offer) {
        this.random = random;
        this.offer = offer;
        this.habits = Habits.of(random, offer);
    }

    /** A program of about so many steps, clients' arrival not counted. */
    public static Program program(long seed, int steps, Offer offer) {
        return new Generator(new Random(seed), offer).program(steps);
    }

    private Program program(int steps) {
        List<List<Step>> phases = new ArrayList<>();
        List<Step> arrivals = new ArrayList<>();
        for (int client = 1; client <= habits.clients(); client++) {
            if (client <= 2 || random.nextInt(8) > 0) {
                arrivals.addAll(arrive(client));
            }
        }
        phases.add(arrivals);
        int count = 0;
        while (count < steps) {
            int size = random.nextInt(100) < habits.togetherness() ? 2 + random.nextInt(habits.crowd()) : 1;
            List<Step> phase = new ArrayList<>();
            left.clear();
            for (int i = 0; i < size; i++) {
                phase.addAll(steps());
            }
            phases.add(phase);
            count += Math.max(1, phase.size());
        }
        return new Program(phases);
    }

    private List<Step> arrive(int client) {
        List<Step> steps = new ArrayList<>();
        Via via = any(habits.transports());
        open.add(client);
        upgradable.remove(client);
        if (via == Via.POLLING && offer.transports().contains(Via.UPGRADE)) {
            upgradable.add(client);
        }
        steps.add(new Step.Open(client, via));
        for (String namespace : Habits.some(random, habits.namespaces(), 1)) {
            steps.add(enter(client, namespace));
        }
        return steps;
    }

    private Step enter(int client, String namespace) {
        if (namespace.equals("/guarded") && random.nextInt(3) == 0) {
            return new Step.Knock(client, namespace);
        }
        seats.add(new Seat(client, namespace));
        return new Step.Enter(client, namespace);
    }

    private List<Step> steps() {
        Action action = action();
        if (!stalled.isEmpty() && random.nextInt(8) == 0) {
            return resume(any(List.copyOf(stalled)));
        }
        List<Seat> usable =
                seats.stream().filter(seat -> !stalled.contains(seat.client())).toList();
        if (action == Action.OPEN || action == Action.ENTER || usable.isEmpty()) {
            return arrival();
        }
        Seat seat = any(usable);
        return steps(action, seat.client(), seat.namespace());
    }

    /** A client that is not connected connects, or one that is joins a namespace. */
    private List<Step> arrival() {
        int client = 1 + random.nextInt(habits.clients());
        if (stalled.contains(client)) {
            return List.of();
        }
        if (!open.contains(client)) {
            return arrive(client);
        }
        String namespace = any(habits.namespaces());
        Seat seat = new Seat(client, namespace);
        // as long as the server has not put it out, a client asks to be let in where it still is: that ends its
        // session;
        // Node's does so even after a DISCONNECT (rule SIO-DISCONNECT-REJOIN-AT-ONCE)
        return seats.contains(seat) || left.contains(seat) ? List.of() : List.of(enter(client, namespace));
    }

    private List<Step> steps(Action action, int client, String namespace) {
        return switch (action) {
            case JOIN -> List.of(new Step.Join(client, namespace, rooms()));
            case LEAVE ->
                List.of(new Step.Leave(
                        client,
                        namespace,
                        offer.ownRooms() && random.nextInt(4) == 0 ? List.of("@" + client) : rooms()));
            case EMIT -> emits(client, namespace);
            case VOLATILE -> List.of(new Step.Emit(client, namespace, scope(), true, any(habits.payloads()), 1));
            case ASK -> asks(client, namespace);
            case ECHO -> List.of(new Step.Echo(client, namespace, payload(), echoes(), random.nextBoolean()));
            case UPGRADE -> upgrades(client, namespace);
            case EXIT -> leaves(client, namespace, new Step.Exit(client, namespace));
            case KICK -> kicks(client, namespace);
            case CLOSE -> ends(client, new Step.Close(client));
            case CUT -> cuts(client);
            case STALL -> stalls(client);
            case ENTER, OPEN -> List.of();
        };
    }

    /** One emit, or several in a row: a stream in the middle of which others join, leave and upgrade. */
    private List<Step> emits(int client, String namespace) {
        List<Step> emits = new ArrayList<>();
        Scope scope = scope();
        if (!stalled.isEmpty() && random.nextInt(4) == 0) {
            // more than the buffers hold of those who do not read
            return emit(client, namespace, Scope.of(Scope.Via.IO), Payload.LARGE, MOST_AT_ONCE);
        }
        int count = random.nextInt(4) == 0 ? 2 + random.nextInt(30) : 1;
        for (int i = 0; i < count; i++) {
            int times = count > 1 || random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(habits.burst());
            emits.addAll(emit(client, namespace, scope, any(habits.payloads()), times));
        }
        return emits;
    }

    private List<Step> emit(int client, String namespace, Scope scope, Payload payload, int wanted) {
        int times = payload == Payload.LARGE ? Math.min(wanted, large) : wanted;
        if (payload == Payload.LARGE) {
            large -= times;
        }
        return times == 0 ? List.of() : List.of(new Step.Emit(client, namespace, scope, false, payload, times));
    }

    private List<Step> asks(int client, String namespace) {
        // in namespaces that others share, sockets that are none of ours would be asked too
        boolean ours = namespace.startsWith("/dynamic");
        boolean alone = !ours || random.nextInt(6) == 0;
        Scope scope = alone ? Scope.of(Scope.Via.SOCKET) : scope();
        return stalled.isEmpty() ? List.of(new Step.Ask(client, namespace, scope, payload())) : List.of();
    }

    /** One upgrade, or all that are possible at once, with what others emit meanwhile. */
    private List<Step> upgrades(int client, String namespace) {
        List<Step> steps = new ArrayList<>();
        List<Seat> chosen = random.nextBoolean() ? List.of(new Seat(client, namespace)) : List.copyOf(seats);
        for (Seat seat : chosen) {
            if (!stalled.contains(seat.client()) && upgradable.remove(seat.client())) {
                steps.add(new Step.Upgrade(seat.client(), seat.namespace(), random.nextInt(4)));
            }
        }
        if (!steps.isEmpty()) {
            seats.stream()
                    .filter(seat -> !stalled.contains(seat.client()))
                    .forEach(seat -> steps.addAll(emits(seat.client(), seat.namespace())));
        }
        return steps;
    }

    private List<Step> leaves(int client, String namespace, Step step) {
        seats.remove(new Seat(client, namespace));
        left.add(new Seat(client, namespace));
        return List.of(step);
    }

    private List<Step> kicks(int client, String namespace) {
        boolean close = random.nextInt(3) == 0;
        Step kick = new Step.Kick(client, namespace, close);
        return close ? ends(client, kick) : leaves(client, namespace, kick);
    }

    private List<Step> ends(int client, Step step) {
        open.remove(client);
        seats.removeIf(seat -> seat.client() == client);
        return List.of(step);
    }

    private List<Step> cuts(int client) {
        List<Step> steps = new ArrayList<>(ends(client, new Step.Cut(client, random.nextBoolean())));
        if (random.nextInt(3) > 0) {
            steps.addAll(arrive(client));
        }
        return steps;
    }

    private List<Step> stalls(int client) {
        if (stalled.size() + 1 >= open.size()) {
            return List.of();
        }
        stalled.add(client);
        return List.of(new Step.Stall(client));
    }

    private List<Step> resume(int client) {
        stalled.remove(client);
        return List.of(new Step.Resume(client));
    }

    private Action action() {
        int sum = Stream.of(Action.values()).mapToInt(habits::weight).sum();
        int chosen = random.nextInt(sum + 1);
        for (Action action : Action.values()) {
            chosen -= habits.weight(action);
            if (chosen < 0) {
                return action;
            }
        }
        return Action.EMIT;
    }

    private int echoes() {
        return random.nextInt(6) == 0 ? MOST_ECHOES : 1 + random.nextInt(habits.burst()) % 40;
    }

    private Payload payload() {
        Payload payload = any(habits.payloads());
        return payload == Payload.PLAIN_NAME ? Payload.NONE : payload;
    }

    private Scope scope() {
        List<String> to = random.nextInt(2) == 0 || habits.rooms().isEmpty() ? null : addressed();
        boolean except = offer.has("except") && !habits.rooms().isEmpty() && random.nextInt(4) == 0;
        return new Scope(any(VIAS), to, except ? addressed() : List.of());
    }

    private List<String> addressed() {
        if (random.nextInt(30) == 0) {
            return List.of();
        }
        List<String> named = new ArrayList<>(rooms());
        if (random.nextInt(4) == 0) {
            named.add("@" + (1 + random.nextInt(habits.clients())));
        }
        if (random.nextInt(10) == 0) {
            named.add("empty");
        }
        return named;
    }

    private List<String> rooms() {
        return Habits.some(random, habits.rooms(), 1);
    }

    private <T> T any(List<T> list) {
        return Habits.any(random, list);
    }
}
