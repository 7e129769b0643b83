package dev.umpire.explore;

import dev.umpire.explore.run.Play;
import dev.umpire.explore.search.Offer;
import dev.umpire.explore.search.Trial;
import dev.umpire.fixtures.discovery.Profile;
import dev.umpire.fixtures.discovery.Tier;
import dev.umpire.fixtures.fault.Weather;
import dev.umpire.fixtures.wire.Via;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How to explore a target.
 *
 * @param seed of all programs
 * @param steps of each program
 * @param fewest least number of clients
 * @param most largest number of clients
 * @param cuts whether connections are cut, and come back
 * @param ownRooms whether clients leave the rooms of their own ids, after which Node's server takes them for others
 * @param weather of the wires
 */
public record Explorer(long seed, int steps, int fewest, int most, boolean cuts, boolean ownRooms, Weather weather) {
    /** Clients in a program unless something else is wanted. */
    public static final int FEWEST = 2;

    /** Clients in a program unless something else is wanted. */
    public static final int MOST = 6;

    /** Steps in a program unless something else is wanted. */
    public static final int STEPS = 40;

    /** As it is done unless something else is wanted. */
    public static Explorer of(long seed) {
        return new Explorer(seed, STEPS, FEWEST, MOST, false, false, Weather.FAIR);
    }

    /** The same with connections that are cut, and come back. */
    public Explorer withCuts() {
        return new Explorer(seed, steps, fewest, most, true, ownRooms, weather);
    }

    /** The same with clients that leave the rooms of their own ids. */
    public Explorer withOwnRooms() {
        return new Explorer(seed, steps, fewest, most, cuts, true, weather);
    }

    /** The same over other wires. */
    public Explorer withWeather(Weather other) {
        return new Explorer(seed, steps, fewest, most, cuts, ownRooms, other);
    }

    /** Wires to a target for as long as it is explored. */
    public Play play(String target, Profile profile) {
        return new Play(target, profile, weather);
    }

    /**
     * An exploration of a target.
     *
     * @throws IllegalArgumentException if the target lacks the tier that programs need
     */
    public Exploration exploration(Play play, Profile profile, Consumer<Trial> progress) {
        if (!profile.tier().includes(Tier.UMPIRE)) {
            throw new IllegalArgumentException("exploring needs a server that answers the event \"umpire\": see"
                    + " fixtures/CONTRACT.md. This one has tier "
                    + profile.tier().label());
        }
        List<Via> transports = Stream.of(Via.values()).filter(profile::offers).toList();
        Offer offer = new Offer(profile.capabilities(), transports, cuts, ownRooms, fewest, most);
        return new Exploration(play, offer, seed, steps, progress);
    }
}
