package dev.umpire.gatling.step;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.delivery.SequenceChecker;
import dev.umpire.gatling.connection.SocketIoEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges events that their emitter numbers one after the other: each must arrive once, in order. The first to arrive
 * begins. Confined to one event loop.
 */
final class NumberedEvents {
    private final Map<String, Integer> arguments;
    private final Map<String, Sequence> sequences = new HashMap<>();

    private static final class Sequence {
        private final SequenceChecker checker = new SequenceChecker();
        private final long first;

        Sequence(long first) {
            this.first = first;
        }
    }

    /** Judges the events of these names, by the argument of this index. */
    NumberedEvents(Map<String, Integer> arguments) {
        this.arguments = arguments;
    }

    /** What is wrong with an event that arrived now, or null. */
    @Nullable String judge(SocketIoEvent event) {
        Integer index = arguments.get(event.name());
        if (index == null) {
            return null;
        }
        JsonNode number = index < event.arguments().size() ? event.arguments().get(index) : null;
        if (number == null || !number.isIntegralNumber() || !number.canConvertToLong()) {
            return "event " + event.name() + " has no number where one was due";
        }
        Sequence sequence = sequences.computeIfAbsent(event.name(), name -> new Sequence(number.asLong()));
        long place = number.asLong() - sequence.first;
        if (place < 0) {
            return "event " + event.name() + " out of order";
        }
        return switch (sequence.checker.accept(place)) {
            case IN_ORDER -> null;
            case OUT_OF_ORDER -> "event " + event.name() + " out of order";
            case DUPLICATE -> "event " + event.name() + " duplicated";
        };
    }

    /** Begins anew. */
    void forget() {
        sequences.clear();
    }

    /** What is missing at the end, in words; one for each name. */
    List<String> lost() {
        return sequences.entrySet().stream()
                .filter(entry -> entry.getValue().checker.missing() > 0)
                .map(entry -> "event " + entry.getKey() + " lost")
                .toList();
    }
}
