package dev.umpire.suites.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.delivery.Arrival;
import dev.umpire.fixtures.delivery.SequenceChecker;
import dev.umpire.fixtures.judgement.Violation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The numbers that one client received, in the order of arrival; says of each fault which numbers it concerns. A pure
 * value: what it says depends on nothing else.
 *
 * @param receiver name of the client
 * @param numbers as they arrived
 */
record Sequence(String receiver, List<Long> numbers) {
    private static final int EXAMPLES = 5;

    Sequence {
        numbers = List.copyOf(numbers);
    }

    /** The numbers that a client received as first argument of an event. */
    static Sequence of(ClientSocket socket, String event) {
        return of(socket, event, arguments -> arguments.path(1).asLong(-1));
    }

    /** The numbers that a client received with an event; they are read off the event's data, name included. */
    static Sequence of(ClientSocket socket, String event, ToLongFunction<JsonNode> number) {
        return new Sequence(
                socket.name(),
                socket.received(event).stream()
                        .map(packet -> number.applyAsLong(packet.data() == null ? Json.array() : packet.data()))
                        .toList());
    }

    /**
     * Insists that 0, 1, 2, … arrived, each once, in order, and nothing else.
     *
     * @param emitted how many there are
     */
    void expectAll(long emitted) {
        judge(0, emitted);
    }

    /** Insists that a run of numbers without gaps arrived, each once, in order, wherever it begins and ends. */
    void expectUnbroken() {
        long least = numbers.stream().min(Long::compare).orElse(0L);
        long most = numbers.stream().max(Long::compare).orElse(-1L);
        judge(least, most + 1);
    }

    /** Whether this is the first number that arrived. */
    boolean begins(long number) {
        return !numbers.isEmpty() && numbers.get(0) == number;
    }

    /** Whether this is the last number that arrived. */
    boolean ends(long number) {
        return !numbers.isEmpty() && numbers.get(numbers.size() - 1) == number;
    }

    /** Whether all that arrived is below a bound. */
    boolean isBelow(long bound) {
        return numbers.stream().allMatch(number -> number < bound);
    }

    /** Whether all that arrived is at a bound or above. */
    boolean isFrom(long bound) {
        return numbers.stream().allMatch(number -> number >= bound);
    }

    @Override
    public String toString() {
        return numbers.isEmpty()
                ? receiver + ": nothing"
                : receiver + ": " + numbers.size() + " events from " + numbers.get(0) + " to "
                        + numbers.get(numbers.size() - 1);
    }

    private void judge(long from, long to) {
        SequenceChecker checker = new SequenceChecker();
        BitSet seen = new BitSet();
        List<String> invented = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (long number : numbers) {
            if (number < from || number >= to) {
                invented.add(String.valueOf(number));
                continue;
            }
            seen.set((int) (number - from));
            Arrival arrival = checker.accept(number - from);
            if (arrival == Arrival.DUPLICATE) {
                twice.add(String.valueOf(number));
            } else if (arrival == Arrival.OUT_OF_ORDER) {
                late.add(number + " (after " + (from + checker.next() - 1) + ')');
            }
        }
        List<String> missing = new ArrayList<>();
        for (int i = seen.nextClearBit(0); i < to - from; i = seen.nextClearBit(i + 1)) {
            missing.add(String.valueOf(from + i));
        }
        report(from, to, missing, twice, late, invented);
    }

    private void report(
            long from, long to, List<String> missing, List<String> twice, List<String> late, List<String> invented) {
        List<String> faults = Stream.of(
                        fault("missing", missing),
                        fault("more than once", twice),
                        fault("out of order", late),
                        fault("never emitted", invented))
                .filter(fault -> !fault.isEmpty())
                .toList();
        if (!faults.isEmpty()) {
            throw new Violation(
                    receiver + " to receive events " + from + " to " + (to - 1) + ", once each, in order",
                    numbers.size() + " arrivals; " + String.join("; ", faults));
        }
    }

    private static String fault(String what, List<String> numbers) {
        if (numbers.isEmpty()) {
            return "";
        }
        String more = numbers.size() > EXAMPLES ? " and " + (numbers.size() - EXAMPLES) + " more" : "";
        return what + ": " + String.join(", ", numbers.subList(0, Math.min(EXAMPLES, numbers.size()))) + more;
    }
}
