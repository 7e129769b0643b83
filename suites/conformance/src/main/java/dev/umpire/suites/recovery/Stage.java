package dev.umpire.suites.recovery;

import static dev.umpire.suites.rule.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.client.ClientSocket;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.suites.rule.Clients;
import org.jspecify.annotations.Nullable;

/**
 * The namespace where clients come back, with a witness in it who is never cut off: it has the app emit while somebody
 * is away, and finds out when the target has noticed that somebody is.
 */
final class Stage {
    static final String NAMESPACE = "/recoverable";
    private static final int ASK_MILLIS = 100;

    private final Clients clients;
    private final ClientSocket witness;
    private final String news;

    Stage(Clients clients) {
        this.clients = clients;
        this.witness = clients.socket("witness", clients.via(), NAMESPACE);
        this.news = clients.event("news");
    }

    /** A client that connects for the first time. */
    Visit arrive() {
        Visit visit = Clients.prerequisite("SIO-CONNECT-CUSTOM", () -> Visit.to(clients, NAMESPACE, null));
        expectPid(visit);
        return visit;
    }

    private static void expectPid(Visit visit) {
        Clients.prerequisite("RECOVERY-PRIVATE-ID", () -> {
            expect(!visit.pid().isEmpty(), "a private id (pid) in the answer to CONNECT", "none");
            return visit;
        });
    }

    /** A client that comes back with what it knows. */
    Visit comeBack(JsonNode credentials) {
        return Visit.to(clients, NAMESPACE, credentials);
    }

    /** A client that comes back with what it knows, and must be who it was; another rule is about that. */
    Visit recovered(Visit before) {
        Visit after = comeBack(before.credentials());
        Clients.prerequisite("RECOVERY-SAME-ID", () -> {
            expect(after.sid().equals(before.sid()), "the id " + before.sid() + " again", after.sid());
            return after;
        });
        return after;
    }

    /** Insists that a client that came back has its session id again. */
    void expectSameId(Visit before, Visit after) {
        expect(after.sid().equals(before.sid()), "the session id " + before.sid() + " again", after.sid());
    }

    /** Cuts a client off and waits until the target has noticed. */
    void cut(Visit visit) {
        visit.cut();
        awaitAbsence(visit.sid());
    }

    /** Waits until no socket of an id is connected: then an emit to it that asks for answers is over at once. */
    void awaitAbsence(String sid) {
        JsonNode question = Json.object()
                .put("op", "emitWithAck")
                .put("via", "io")
                .put("event", clients.event("present"))
                .put("timeoutMs", ASK_MILLIS)
                .set("to", Json.array().add(sid));
        long deadline = System.nanoTime() + clients.timing().await().toNanos();
        Clients.prerequisite("SIO-DEPARTURE-FIN", () -> {
            JsonNode answer = witness.request("umpire", question).path(0);
            while (answer.path("timedOut").asBoolean()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new Violation("that a connection which ended is noticed", "it still counts as connected");
                }
                answer = witness.request("umpire", question).path(0);
            }
            return answer;
        });
    }

    /** The name of the events that {@link #emit} emits. */
    String news() {
        return news;
    }

    /**
     * Has the app emit news.
     *
     * @param argument tells it from other news
     * @param scope further keys of the command, written with {@code '} for {@code "}
     */
    void emit(String argument, String scope) {
        emit(argument, (ObjectNode) Json.parse('{' + scope + '}'));
    }

    /** Has the app emit news to members of a room, or to everybody. */
    void emitTo(@Nullable String room, String argument) {
        ObjectNode scope = Json.object().put("via", "io");
        emit(argument, room == null ? scope : scope.set("to", Json.array().add(room)));
    }

    /** Has the app emit bytes to members of a room. */
    void emitBytes(String room, byte[] bytes) {
        emit(
                Json.of(bytes),
                Json.object().put("via", "io").set("to", Json.array().add(room)));
    }

    private void emit(String argument, ObjectNode scope) {
        emit(Json.of(argument), scope);
    }

    private void emit(JsonNode argument, ObjectNode scope) {
        JsonNode command = scope.put("op", "emit")
                .put("event", news)
                .set("args", Json.array().add(argument));
        JsonNode answer = clients.command(witness, command);
        expect(answer.path("ok").asBoolean(), "{\"ok\":true} in answer to " + command, answer);
    }

    /** Has the app emit so many numbered events to a room without waiting for it. */
    void stream(String room, String event, int count) {
        JsonNode command = Json.object()
                .put("op", "emit")
                .put("via", "io")
                .put("event", event)
                .put("repeat", count)
                .set("to", Json.array().add(room));
        witness.ask("umpire", command);
    }
}
