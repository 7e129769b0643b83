package dev.umpire.suites.ordering;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.wire.Via;
import dev.umpire.suites.delivery.Arrivals;
import dev.umpire.suites.delivery.Cast;
import dev.umpire.suites.delivery.Scope;
import dev.umpire.suites.rule.Clients;
import java.util.List;
import java.util.function.ToLongFunction;

/** Streams of numbered events that the app emits on request, and what arrives of them. */
final class Streams {
    /** Events in a stream, as many as it takes for reordering to show. */
    static final int MANY = 1_000;

    private Streams() {}

    /** Has the app emit events 0 to {@code count - 1} in a row; returns the event's name. */
    static String emit(Cast cast, ClientSocket asker, Scope scope, int count, Object... arguments) {
        String event = cast.freshEvent();
        cast.carriedOut(asker, scope.repeated(count, event, arguments));
        return event;
    }

    /** Insists that clients receive events 0 to {@code count - 1}, once each, in order. */
    static void expectAll(Clients clients, String event, int count, ClientSocket... receivers) {
        expectAll(clients, event, count, arguments -> arguments.path(1).asLong(-1), receivers);
    }

    /** Insists that clients receive events 0 to {@code count - 1}, whose number is read off their data. */
    static void expectAll(
            Clients clients, String event, int count, ToLongFunction<JsonNode> number, ClientSocket... receivers) {
        settle(clients, event, count, receivers);
        for (ClientSocket receiver : receivers) {
            Sequence.of(receiver, event, number).expectAll(count);
        }
    }

    /** Waits until clients have received so many events, or have had time to, and then for the quiet time. */
    static void settle(Clients clients, String event, int count, ClientSocket... receivers) {
        Arrivals.settle(
                clients, List.of(receivers), socket -> socket.received(event).size() >= count);
    }

    /** A client in a namespace of this rule's own. */
    static ClientSocket alone(Clients clients, Via via) {
        return clients.socket("alice", via, clients.ownNamespace());
    }
}
