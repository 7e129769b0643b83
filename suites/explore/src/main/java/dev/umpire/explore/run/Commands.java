package dev.umpire.explore.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.explore.program.Payload;
import dev.umpire.explore.program.Step;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.history.Command;
import dev.umpire.fixtures.history.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Turns steps into commands of {@code fixtures/CONTRACT.md}. */
final class Commands {
    private static final int ECHOES_AT_ONCE = 8;

    private final Stage stage;
    private final Cast cast;

    Commands(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    static ObjectNode op(String name) {
        return Json.object().put("op", name);
    }

    /** Sends what a step asks for, if its client is in the namespace; what to wait for. */
    List<CompletableFuture<Void>> perform(Step step, Session session) {
        if (step instanceof Step.Join join) {
            List<String> rooms = named(join.rooms(), stage.namespace(join.namespace()));
            return ask(session, join.namespace(), new Command.Join(rooms), rooms("join", rooms));
        } else if (step instanceof Step.Leave leave) {
            List<String> rooms = named(leave.rooms(), stage.namespace(leave.namespace()));
            return ask(session, leave.namespace(), new Command.Leave(rooms), rooms("leave", rooms));
        } else if (step instanceof Step.Kick kick) {
            return kick(kick, session);
        } else if (step instanceof Step.Emit emit) {
            return emit(emit, session);
        } else if (step instanceof Step.Ask ask) {
            return ask(ask, session);
        } else if (step instanceof Step.Echo echo) {
            return echo(echo, session);
        }
        throw new IllegalStateException("no command for " + step);
    }

    private static ObjectNode rooms(String op, List<String> rooms) {
        ObjectNode json = op(op);
        put(json, "rooms", rooms);
        return json;
    }

    private static void put(ObjectNode json, String key, List<String> rooms) {
        ArrayNode array = json.putArray(key);
        rooms.forEach(array::add);
    }

    private List<CompletableFuture<Void>> ask(Session session, String scripted, Command command, ObjectNode json) {
        Seat seat = seat(session, scripted);
        return seat == null ? List.of() : List.of(session.ask(seat, stage.nextId(Payload.NONE, false), command, json));
    }

    private @Nullable Seat seat(Session session, String scripted) {
        Seat seat = session.seat(stage.namespace(scripted));
        return seat == null || !seat.usable() ? null : seat;
    }

    private List<CompletableFuture<Void>> kick(Step.Kick kick, Session session) {
        Seat seat = seat(session, kick.namespace());
        if (seat == null) {
            return List.of();
        }
        ObjectNode json = op("disconnect").put("close", kick.close());
        int id = stage.nextId(Payload.NONE, false);
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        session.depart(seat, () -> answers.add(session.ask(seat, id, new Command.Disconnect(kick.close()), json)));
        long soon = stage.timing().await().toMillis() / 5;
        // whether DISCONNECT must come is for rules to say; here it only must come before what is done next
        answers.add(seat.gone
                .copy()
                .completeOnTimeout(null, soon, TimeUnit.MILLISECONDS)
                .thenRun(seat::giveUpWaiting));
        return answers;
    }

    private List<CompletableFuture<Void>> emit(Step.Emit emit, Session session) {
        Seat seat = seat(session, emit.namespace());
        if (seat == null) {
            return List.of();
        }
        Scope scope = named(emit.scope(), seat.namespace);
        boolean repeated = emit.times() > 1;
        int id = stage.nextId(emit.payload(), repeated);
        boolean bare = emit.payload() == Payload.BARE && !repeated;
        String name = bare ? stage.bareName(id) : stage.eventName(seat.name, emit.payload());
        ObjectNode json = addressed(op("emit"), scope, name);
        ArrayNode arguments = json.putArray("args");
        long first = seat.events.getAndAdd(emit.times());
        if (repeated) {
            json.put("repeat", emit.times());
        } else if (!bare) {
            arguments.add(first);
        }
        if (!bare) {
            arguments.add(stage.tag(id)).addAll(emit.payload().arguments());
        }
        if (emit.isVolatile()) {
            json.put("volatile", true);
        }
        Command command = new Command.Emit(
                scope, emit.isVolatile(), emit.times(), emit.payload().word());
        return List.of(session.ask(seat, id, command, json));
    }

    private List<CompletableFuture<Void>> ask(Step.Ask ask, Session session) {
        Seat seat = seat(session, ask.namespace());
        if (seat == null) {
            return List.of();
        }
        Scope scope = named(ask.scope(), seat.namespace);
        int id = stage.nextId(ask.payload(), false);
        ObjectNode json = addressed(op("emitWithAck"), scope, stage.eventName(seat.name, ask.payload()));
        json.putArray("args")
                .add(seat.events.getAndIncrement())
                .add(stage.tag(id))
                .addAll(ask.payload().arguments());
        json.put("timeoutMs", stage.timing().await().toMillis() / 4);
        Command command = new Command.EmitWithAck(scope, ask.payload().word());
        return List.of(session.ask(seat, id, command, json));
    }

    private List<CompletableFuture<Void>> echo(Step.Echo echo, Session session) {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        Seat seat = seat(session, echo.namespace());
        if (seat == null) {
            return answers;
        }
        // large ones together would be more than a server takes in one body
        int atOnce = echo.payload() == Payload.LARGE ? 1 : ECHOES_AT_ONCE;
        for (int sent = 0; sent < echo.times(); sent += atOnce) {
            int count = Math.min(atOnce, echo.times() - sent);
            session.together(() -> {
                for (int i = 0; i < count; i++) {
                    answers.add(echo(session, seat, echo.payload(), echo.acked()));
                }
            });
        }
        return answers;
    }

    /** Sends what comes between the probe of an upgrade and its end: events up, and events that are emitted down. */
    List<CompletableFuture<Void>> meanwhile(Step.Upgrade upgrade, Session session) {
        int client = upgrade.client();
        String namespace = upgrade.namespace();
        Payload payload = stage.binary() ? Payload.BYTES : Payload.TEXT;
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        for (int i = 0; i < upgrade.meanwhile(); i++) {
            answers.addAll(echo(new Step.Echo(client, namespace, payload, 1, false), session));
            answers.addAll(
                    emit(new Step.Emit(client, namespace, Scope.of(Scope.Via.SOCKET), false, payload, 1), session));
        }
        return answers;
    }

    private CompletableFuture<Void> echo(Session session, Seat seat, Payload payload, boolean acked) {
        int id = stage.nextId(payload, false);
        List<JsonNode> arguments = new ArrayList<>(Json.list(seat.echoes.getAndIncrement(), stage.tag(id)));
        arguments.addAll(payload.arguments());
        Command command = new Command.Echo(payload.word());
        return acked
                ? session.ask(seat, id, command, "message-with-ack", arguments)
                : session.echo(seat, id, command, arguments);
    }

    private static ObjectNode addressed(ObjectNode json, Scope scope, String event) {
        json.put("via", scope.via().word());
        if (scope.to() != null) {
            put(json, "to", scope.to());
        }
        if (!scope.except().isEmpty()) {
            put(json, "except", scope.except());
        }
        return json.put("event", event);
    }

    /** The scope with session ids in place of {@code @2}. */
    private Scope named(Scope scope, String namespace) {
        return new Scope(
                scope.via(),
                scope.to() == null ? null : named(scope.to(), namespace),
                named(scope.except(), namespace));
    }

    private List<String> named(List<String> rooms, String namespace) {
        return rooms.stream()
                .map(room -> room.matches("@\\d+") ? sid(Integer.parseInt(room.substring(1)), namespace, room) : room)
                .distinct()
                .toList();
    }

    private String sid(int client, String namespace, String otherwise) {
        Seat seat = cast.seat(client, namespace);
        return seat == null ? otherwise : seat.sid;
    }
}
