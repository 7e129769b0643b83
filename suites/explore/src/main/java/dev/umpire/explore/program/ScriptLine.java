package dev.umpire.explore.program;

import dev.umpire.fixtures.history.Scope;
import dev.umpire.fixtures.wire.Via;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line of a script, word by word; for one reading. */
final class ScriptLine {
    private final String line;
    private final int number;
    private final Deque<String> words;

    ScriptLine(String line, int number) {
        this.line = line;
        this.number = number;
        this.words = new ArrayDeque<>(List.of(line.split("\\s+")));
    }

    Step step() {
        try {
            String who = next();
            if (!who.matches("c\\d+")) {
                throw new IllegalArgumentException("\"" + who + "\" is no client such as c1");
            }
            Step step = step(Integer.parseInt(who.substring(1)), next());
            if (!words.isEmpty()) {
                throw new IllegalArgumentException("\"" + words.peek() + "\" is too much");
            }
            return step;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "line " + number + " of the script, \"" + line + "\": " + e.getMessage(), e);
        }
    }

    private Step step(int client, String verb) {
        return switch (verb) {
            case "opens" -> new Step.Open(client, Via.valueOf(next().toUpperCase(Locale.ROOT)));
            case "enters" -> new Step.Enter(client, next());
            case "knocks" -> new Step.Knock(client, next());
            case "exits" -> new Step.Exit(client, next());
            case "is-disconnected" -> {
                boolean close = flag("closing");
                yield new Step.Kick(client, namespace(), close);
            }
            case "joins" -> {
                List<String> rooms = RoomNames.read(next());
                yield new Step.Join(client, namespace(), rooms);
            }
            case "leaves" -> {
                List<String> rooms = RoomNames.read(next());
                yield new Step.Leave(client, namespace(), rooms);
            }
            case "emits" -> {
                Scope scope = scope();
                boolean isVolatile = flag("volatile");
                Payload payload = payload();
                int times = number("times", 1);
                yield new Step.Emit(client, namespace(), scope, isVolatile, payload, times);
            }
            case "asks" -> {
                Scope scope = scope();
                Payload payload = payload();
                yield new Step.Ask(client, namespace(), scope, payload);
            }
            case "echoes" -> {
                boolean acked = flag("acked");
                Payload payload = payload();
                int times = number("times", 1);
                yield new Step.Echo(client, namespace(), payload, times, acked);
            }
            case "upgrades" -> {
                int meanwhile = number("meanwhile", 0);
                yield new Step.Upgrade(client, namespace(), meanwhile);
            }
            case "closes" -> new Step.Close(client);
            case "stalls" -> new Step.Stall(client);
            case "resumes" -> new Step.Resume(client);
            case "is-cut" -> new Step.Cut(client, false);
            case "is-reset" -> new Step.Cut(client, true);
            default -> throw new IllegalArgumentException("nobody can do \"" + verb + "\"");
        };
    }

    private Scope scope() {
        Scope.Via via = Scope.Via.valueOf(next().toUpperCase(Locale.ROOT));
        List<String> to = rooms("to");
        List<String> except = rooms("except");
        return new Scope(via, to, except == null ? List.of() : except);
    }

    private @Nullable List<String> rooms(String word) {
        return flag(word) ? RoomNames.read(next()) : null;
    }

    private Payload payload() {
        if (!flag("payload")) {
            return Payload.NONE;
        }
        String word = next();
        return Stream.of(Payload.values())
                .filter(payload -> payload.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no payload \"" + word + "\""));
    }

    private int number(String word, int otherwise) {
        return flag(word) ? Integer.parseInt(next()) : otherwise;
    }

    private String namespace() {
        if (!flag("in")) {
            throw new IllegalArgumentException("it does not say \"in\" which namespace");
        }
        return next();
    }

    private boolean flag(String word) {
        boolean there = word.equals(words.peek());
        if (there) {
            words.remove();
        }
        return there;
    }

    private String next() {
        String word = words.poll();
        if (word == null) {
            throw new IllegalArgumentException("it ends too early");
        }
        return word;
    }
}
