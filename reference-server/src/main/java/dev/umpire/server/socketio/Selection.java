package dev.umpire.server.socketio;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom an emit is for (Socket.IO documentation, "Rooms").
 *
 * @param rooms the union of these; null for everybody in the namespace, empty for nobody
 * @param except nobody who is in one of these
 */
public record Selection(@Nullable Set<String> rooms, Set<String> except) {
    /** Everybody in the namespace. */
    public static final Selection ALL = new Selection(null, Set.of());

    /** This selection, for these rooms as well. */
    public Selection to(String... more) {
        return new Selection(union(rooms == null ? Set.of() : rooms, more), except);
    }

    /** This selection without the members of these rooms. */
    public Selection except(String... more) {
        return new Selection(rooms, union(except, more));
    }

    private static Set<String> union(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
