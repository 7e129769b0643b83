package dev.umpire.suites.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.client.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object on which the app is asked to call emit, written as its user would: {@code io().to("red").except("blue")}.
 *
 * @param via {@code io}, {@code socket} or {@code broadcast}
 * @param rooms those named with {@code to}, or null without {@code to}
 * @param excluded rooms whose members are left out
 * @param mayBeLost whether the emit is volatile
 */
public record Scope(String via, @Nullable List<String> rooms, List<String> excluded, boolean mayBeLost) {

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
    public Scope to(String... names) {
        return new Scope(via, List.of(names), excluded, mayBeLost);
    }

    /** Without the members of these rooms. */
    public Scope except(String... names) {
        return new Scope(via, rooms, List.of(names), mayBeLost);
    }

    /** As an emit that may be lost. */
    public Scope volatilely() {
        return new Scope(via, rooms, excluded, true);
    }

    /** The app's command for one emit. */
    public ObjectNode command(String event, @Nullable Object... arguments) {
        ObjectNode command = Json.object().put("op", "emit").put("via", via).put("event", event);
        if (rooms != null) {
            command.set("to", Json.of(rooms));
        }
        if (!excluded.isEmpty()) {
            command.set("except", Json.of(excluded));
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
                + (rooms == null ? "" : ".to(" + String.join(", ", rooms) + ')')
                + (excluded.isEmpty() ? "" : ".except(" + String.join(", ", excluded) + ')')
                + (mayBeLost ? ".volatile" : "")
                + ".emit";
    }
}
