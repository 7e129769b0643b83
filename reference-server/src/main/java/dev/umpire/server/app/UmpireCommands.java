package dev.umpire.server.app;

import dev.umpire.server.socketio.Ack;
import dev.umpire.server.socketio.BroadcastOperator;
import dev.umpire.server.socketio.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries out the commands of the contract, version 1, for one socket: one JSON object in, one acknowledgement out. */
final class UmpireCommands {
    private static final List<String> CAPABILITIES =
            List.of("rooms", "except", "volatile", "broadcast-ack", "dynamic-namespaces", "guarded", "binary");

    private final Socket socket;
    private final boolean cors;

    /**
     * Prepares to carry out commands.
     *
     * @param cors whether the server was told of the origin of the contract
     */
    UmpireCommands(Socket socket, boolean cors) {
        this.socket = socket;
        this.cors = cors;
    }

    void run(@Nullable Object argument, Ack ack) {
        Command command = new Command(argument instanceof Map<?, ?> map ? map : Map.of());
        try {
            switch (command.text("op")) {
                case "info" -> ack.send(info());
                case "join" -> {
                    socket.join(command.texts("rooms"));
                    ack.send(rooms());
                }
                case "leave" -> {
                    for (String room : command.texts("rooms")) {
                        socket.leave(room);
                    }
                    ack.send(rooms());
                }
                case "emit" -> {
                    emit(command);
                    ack.send(Map.of("ok", true));
                }
                case "emitWithAck" -> emitWithAck(command, ack);
                case "disconnect" -> {
                    ack.send(Map.of("ok", true));
                    socket.disconnect(command.flag("close"));
                }
                case "clients" ->
                    ack.send(Map.of("count", socket.namespace().fetchSockets().size()));
                default -> ack.send(Map.of("error", "unknown op " + command.text("op")));
            }
        } catch (IllegalArgumentException e) {
            ack.send(Map.of("error", String.valueOf(e.getMessage())));
        }
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("contract", 1);
        info.put("server", "umpire-reference-server/" + Version.current());
        info.put("sid", socket.id());
        info.put("rooms", sortedRooms());
        info.put("transport", socket.transport());
        info.put("capabilities", capabilities());
        return info;
    }

    private List<String> capabilities() {
        List<String> capabilities = new ArrayList<>(CAPABILITIES);
        if (cors) {
            capabilities.add("cors");
        }
        return capabilities;
    }

    private Map<String, Object> rooms() {
        return Map.of("ok", true, "rooms", sortedRooms());
    }

    private List<String> sortedRooms() {
        return List.copyOf(new TreeSet<>(socket.rooms()));
    }

    private void emit(Command command) {
        String event = command.text("event");
        Optional<Integer> repeat = command.number("repeat");
        if (repeat.isEmpty()) {
            emitOnce(command, event, command.args());
            return;
        }
        for (int sequence = 0; sequence < repeat.get(); sequence++) {
            List<@Nullable Object> args = new ArrayList<>();
            args.add(sequence);
            args.addAll(command.args());
            emitOnce(command, event, args);
        }
    }

    private void emitOnce(Command command, String event, List<@Nullable Object> args) {
        Optional<BroadcastOperator> many = target(command);
        if (many.isPresent()) {
            many.get().emit(event, args.toArray());
        } else if (command.flag("volatile")) {
            socket.emitVolatile(event, args.toArray());
        } else {
            socket.emit(event, args.toArray());
        }
    }

    private void emitWithAck(Command command, Ack ack) {
        String event = command.text("event");
        Object[] args = command.args().toArray();
        Duration timeout = Duration.ofMillis(command.number("timeoutMs").orElse(10_000));
        Optional<BroadcastOperator> many = target(command);
        if (many.isPresent()) {
            CompletableFuture<?> unused = many.get()
                    .timeout(timeout)
                    .emitWithAck(event, args)
                    .thenAccept(answers -> ack.send(responses(answers.timedOut(), answers.responses())));
            return;
        }
        CompletableFuture<?> unused = socket.timeout(timeout)
                .emitWithAck(event, args)
                .whenComplete((response, failure) ->
                        ack.send(responses(failure != null, failure != null ? List.of() : List.of(response))));
    }

    private static Map<String, Object> responses(boolean timedOut, List<List<@Nullable Object>> answers) {
        List<@Nullable Object> responses = new ArrayList<>();
        for (List<@Nullable Object> answer : answers) {
            responses.add(answer.isEmpty() ? null : answer.size() == 1 ? answer.get(0) : answer);
        }
        return Map.of("timedOut", timedOut, "responses", responses);
    }

    /** Whom a command is for; empty for this client alone. */
    private Optional<BroadcastOperator> target(Command command) {
        String via = command.text("via");
        boolean alone = via.equals("socket") && !command.has("to") && !command.has("except");
        if (alone) {
            return Optional.empty();
        }
        BroadcastOperator target = switch (via) {
            case "io" -> socket.namespace().except();
            case "socket", "broadcast" -> socket.broadcast();
            default -> throw new IllegalArgumentException("unknown via " + via);
        };
        if (command.has("to")) {
            target = target.to(command.texts("to"));
        }
        if (command.has("except")) {
            target = target.except(command.texts("except"));
        }
        return Optional.of(command.flag("volatile") ? target.volatile_() : target);
    }
}
