package dev.umpire.server.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON object of one command, read as the contract types its members. */
record Command(Map<?, ?> members) {

    boolean has(String name) {
        return members.get(name) != null;
    }

    /** A text; empty if it is missing. */
    String text(String name) {
        return has(name) ? String.valueOf(members.get(name)) : "";
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    Optional<Integer> number(String name) {
        return members.get(name) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    /**
     * A list of texts; empty if it is missing.
     *
     * @throws IllegalArgumentException if the member is neither missing nor a list
     */
    String[] texts(String name) {
        return list(name).stream().map(String::valueOf).toArray(String[]::new);
    }

    /** The arguments of an emit, bytes included. */
    List<@Nullable Object> args() {
        return new ArrayList<>(list("args"));
    }

    private List<?> list(String name) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(name + " must be a list");
    }
}
