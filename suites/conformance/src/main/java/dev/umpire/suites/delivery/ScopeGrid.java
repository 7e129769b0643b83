package dev.umpire.suites.delivery;

import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.rule.Grid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every combination of the object on which emit is called, the rooms that it names and those that it leaves out, the
 * transport, the asking client in the room or outside, and the namespace.
 */
final class ScopeGrid implements Grid {
    private static final List<String> OBJECTS = List.of("io", "socket", "broadcast");

    @Override
    public List<ScopeCase> cases() {
        List<ScopeCase> cases = new ArrayList<>();
        for (Via via : Via.values()) {
            for (boolean main : new boolean[] {true, false}) {
                for (boolean inside : new boolean[] {true, false}) {
                    OBJECTS.forEach(object -> addAll(cases, new ScopeCase.Stage(via, main, inside), object));
                }
            }
        }
        return cases;
    }

    private static void addAll(List<ScopeCase> cases, ScopeCase.Stage stage, String object) {
        for (Named to : Named.values()) {
            for (Named except : Named.values()) {
                cases.add(new ScopeCase(stage, object, to, except));
            }
        }
    }

    /** What is named in {@code to} or {@code except}. */
    enum Named {
        NOTHING,
        ROOM,
        ROOMS,
        CLIENT;

        /** The names, or null for none. */
        @Nullable List<String> of(String room, String other, String client) {
            return switch (this) {
                case NOTHING -> null;
                case ROOM -> List.of(room);
                case ROOMS -> List.of(room, other);
                case CLIENT -> List.of(client);
            };
        }
    }
}
