package dev.umpire.suites.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.client.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object on which the app is asked to call emit, written as its user would: {@code io().to("red").except("blue")}.
 *
 * @param via {@code io}, {@code socket} or {@code broadcast}
 * @param to the rooms, or null if none were named
 * @param except rooms whose members are left out
 * @param mayBeLost whether the emit is volatile
 */
public record Scope(String via, @Nullable List<String> to, List<String> except, boolean mayBeLost) {

    /** Everybody in the namespace. */
    public static Scope io() {
        return new Scope("io", null, List.of(), false);
    }

    /** The asking client; with rooms, their members without the asking client. */
    public static Scope socket() {
        return new Scope("socket", null, List.of(), false);
    }

    /** Everybody in the namespace but the asking client. */
    public static Scope broadcast() {
        return new Scope("broadcast", null, List.of(), false);
    }

    /** Members of these rooms only. */
    public Scope to(String... rooms) {
        return new Scope(via, List.of(rooms), except, mayBeLost);
    }

    /** Without the members of these rooms. */
    public Scope except(String... rooms) {
        return new Scope(via, to, List.of(rooms), mayBeLost);
    }

    /** As an emit that may be lost. */
    public Scope volatilely() {
        return new Scope(via, to, except, true);
    }

    /** The app's command for one emit. */
    public ObjectNode command(String event, @Nullable Object... arguments) {
        ObjectNode command =
                Json.object().put("op", "emit").put("via", via).put("event", event);
        if (to != null) {
            command.set("to", Json.of(to));
        }
        if (!except.isEmpty()) {
            command.set("except", Json.of(except));
        }
        if (mayBeLost) {
            command.put("volatile", true);
        }
        command.putArray("args").addAll(Json.list(arguments));
        return command;
    }

    /** The app's command for several emits in a row, each with its number from 0 on as first argument. */
    public ObjectNode repeated(int times, String event, @Nullable Object... arguments) {
        return command(event, arguments).put("repeat", times);
    }

    @Override
    public String toString() {
        return (via.equals("broadcast") ? "socket.broadcast" : via)
                + (to == null ? "" : ".to(" + String.join(", ", to) + ')')
                + (except.isEmpty() ? "" : ".except(" + String.join(", ", except) + ')')
                + (mayBeLost ? ".volatile" : "")
                + ".emit";
    }
}
