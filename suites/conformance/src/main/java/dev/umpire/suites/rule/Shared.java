package dev.umpire.suites.rule;

import dev.umpire.fixtures.discovery.Profile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rules of one run use one after the other, each for its own turn; made when first wanted, and made anew after a
 * turn that ended with an exception, unless it is {@link Reusable}.
 */
final class Shared implements AutoCloseable {
    private final Profile profile;
    private final Map<Object, Place> places = new ConcurrentHashMap<>();

    Shared(Profile profile) {
        this.profile = profile;
    }

    /** Takes a turn; what crosses the wires meanwhile, and when it was made, goes into the rule's transcript too. */
    <T> void turn(Object key, Function<Clients, T> make, Consumer<T> use, Clients rule) {
        Place place = places.computeIfAbsent(key, k -> new Place());
        synchronized (place) {
            Clients clients = place.clients == null ? new Clients(profile, this) : place.clients;
            place.clients = clients;
            int before = clients.transcript().entries().size();
            boolean well = false;
            try {
                if (place.thing == null) {
                    place.thing = make.apply(clients);
                }
                @SuppressWarnings("unchecked") // a key stands for one type
                T thing = (T) place.thing;
                use.accept(thing);
                well = true;
            } finally {
                rule.transcript().append(clients.transcript(), before);
                if (!well && !(place.thing instanceof Reusable reusable && reusable.usable())) {
                    place.clear();
                }
            }
        }
    }

    @Override
    public void close() {
        places.values().forEach(place -> {
            synchronized (place) {
                place.clear();
            }
        });
    }

    private static final class Place {
        private @Nullable Clients clients;
        private @Nullable Object thing;

        void clear() {
            if (clients != null) {
                clients.close();
            }
            clients = null;
            thing = null;
        }
    }
}
