package dev.umpire.suites.socketio;

import static dev.umpire.suites.rule.Expect.expectEqual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** An event that the target emits for one client's sake and for which it wants acknowledgements. */
final class Question {
    private final ClientSocket asker;
    private final String event;

    /** Prepares an event that nobody else uses. */
    Question(Clients clients, ClientSocket asker) {
        this.asker = asker;
        this.event = clients.event("question-" + UUID.randomUUID());
    }

    /** A time in which clients of a busy machine surely answer, and which an awaited reply may still take. */
    static Duration soon(Clients clients) {
        return clients.timing().await().dividedBy(2);
    }

    ClientSocket asker() {
        return asker;
    }

    /** Has the target ask the asking client itself. */
    long askSelf(Duration timeout) {
        return asker.ask("umpire", command("socket", timeout));
    }

    /** Has the target ask the members of a room, whether or not the asking client is one. */
    long askRoom(String room, Duration timeout) {
        ObjectNode command = command("io", timeout);
        command.putArray("to").add(room);
        return asker.ask("umpire", command);
    }

    private ObjectNode command(String via, Duration timeout) {
        return Json.object()
                .put("op", "emitWithAck")
                .put("via", via)
                .put("event", event)
                .put("timeoutMs", timeout.toMillis());
    }

    /** The event as it reaches a client. */
    SocketPacket arrivesAt(ClientSocket client) {
        return client.await(event);
    }

    /** What the application was told in the end. */
    JsonNode reply(long asked) {
        try {
            return asker.awaitAck(asked).path(0);
        } catch (Violation e) {
            throw new Violation("the application told in time what became of its question", e.observed());
        }
    }

    /**
     * Insists on what the application was told: whether someone's answer was missing, and the answers of the others.
     */
    void expectAnswers(long asked, boolean timedOut, String... answers) {
        JsonNode reply = reply(asked);
        List<String> responses = StreamSupport.stream(reply.path("responses").spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
        if (!reply.path("timedOut").isBoolean()) {
            throw new Violation("whether there was a timeout", reply.toString());
        }
        expectEqual(
                told(timedOut, Arrays.stream(answers).sorted().toList()),
                told(reply.path("timedOut").asBoolean(), responses));
    }

    private static String told(boolean timedOut, List<String> answers) {
        return (timedOut ? "a timeout with the answers " : "no timeout, and the answers ") + answers;
    }
}
