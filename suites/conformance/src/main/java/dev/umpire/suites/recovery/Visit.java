package dev.umpire.suites.recovery;

import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.suites.rule.Clients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client, from its CONNECT until it is cut off. Like the official client it keeps the private id,
 * and of every event the last argument, if that is text, as the offset; and it takes what it missed before the answer
 * to CONNECT as well as after it. For one thread at a time.
 */
final class Visit {
    private final Clients clients;
    private final PacketWire wire;
    private final String namespace;
    private final List<SocketPacket> events = new ArrayList<>();
    private final Map<Long, JsonNode> acks = new HashMap<>();
    private @Nullable JsonNode answer;
    private @Nullable String offset;
    private long nextId;

    private Visit(Clients clients, String namespace, @Nullable JsonNode auth) {
        this.clients = clients;
        this.namespace = namespace;
        this.wire = PacketWire.keepingOffsets(clients.engine(clients.via()));
        wire.send("40" + namespace + ',' + (auth == null ? "" : auth));
        pumpUntil(() -> answer != null, "an answer to CONNECT in " + namespace);
    }

    /**
     * Connects to a namespace and waits for the app's greeting.
     *
     * @param auth payload of CONNECT, or null for none
     */
    static Visit to(Clients clients, String namespace, @Nullable JsonNode auth) {
        Visit visit = new Visit(clients, namespace, auth);
        visit.pumpUntil(() -> !visit.events("auth").isEmpty(), "the app's greeting");
        return visit;
    }

    /** The public id. */
    String sid() {
        return connected("sid");
    }

    /** The private id, empty if there is none. */
    String pid() {
        return connected("pid");
    }

    private String connected(String name) {
        return answer == null ? "" : answer.path(name).asText();
    }

    /** What the client shows when it comes back. */
    ObjectNode credentials() {
        ObjectNode credentials = Json.object().put("pid", pid());
        return offset == null ? credentials : credentials.put("offset", offset);
    }

    /** Has the app carry out a command; events that come meanwhile are kept. */
    JsonNode command(JsonNode command) {
        long id = ask(command);
        return Clients.prerequisite("SIO-ACK-ANSWERED", () -> {
            pumpUntil(() -> acks.containsKey(id), "an acknowledgement of " + command);
            return acks.get(id).path(0);
        });
    }

    /** Has the app carry out a command, written with {@code '} for {@code "}. */
    JsonNode command(String json) {
        return command(Json.parse(json));
    }

    /** Asks the app for something and does not wait for the answer. */
    long ask(JsonNode command) {
        long id = nextId++;
        wire.send("42" + namespace + ',' + id + Json.array().add("umpire").add(command));
        return id;
    }

    /** The events of a name so far, in the order of arrival. */
    List<SocketPacket> events(String name) {
        return events.stream().filter(event -> event.eventName().equals(name)).toList();
    }

    /** The first arguments of the events of a name so far, in the order of arrival. */
    List<String> arguments(String name) {
        return events(name).stream()
                .map(event -> event.data() == null ? "" : event.data().path(1).asText())
                .toList();
    }

    /** Waits until so many events of a name have come. */
    void await(String name, int count) {
        await(name, count, "");
    }

    /**
     * Waits until so many events of a name have come.
     *
     * @param which events these are, for the message if they do not come
     */
    void await(String name, int count, String which) {
        pumpUntil(
                () -> events(name).size() >= count,
                count + " events \"" + name + '"' + which,
                () -> events(name).size() + " of them");
    }

    /** Reads what has been sent so far: asks a question and waits for its answer, which comes after all of it. */
    void catchUp() {
        command("{'op':'info'}");
    }

    /** Leaves the namespace; the connection stays. */
    void leave() {
        wire.send("41" + namespace + ',');
    }

    /** Connects on this connection once more. */
    void connect(@Nullable JsonNode auth) {
        answer = null;
        events.clear();
        wire.send("40" + namespace + ',' + (auth == null ? "" : auth));
        pumpUntil(() -> answer != null, "an answer to CONNECT in " + namespace);
    }

    /** Ends the TCP connection without a word. */
    void cut() {
        wire.close();
    }

    private void pumpUntil(BooleanSupplier reached, String wanted) {
        pumpUntil(reached, wanted, () -> "none");
    }

    private void pumpUntil(BooleanSupplier reached, String wanted, Supplier<String> observed) {
        long await = clients.timing().await().toNanos();
        long deadline = System.nanoTime() + await;
        while (!reached.getAsBoolean()) {
            receive(wire.next(Duration.ofNanos(deadline - System.nanoTime()))
                    .orElseThrow(() -> new Violation(wanted + " within " + await / 1_000_000 + " ms", observed.get())));
        }
    }

    private void receive(SocketPacket packet) {
        if (!packet.namespace().equals(namespace)) {
            throw new Violation("packets in " + namespace + " only", packet.toString());
        }
        switch (packet.type()) {
            case CONNECT -> {
                if (answer != null || packet.data() == null) {
                    throw new Violation("one answer to CONNECT, with a sid", packet.toString());
                }
                answer = packet.data();
            }
            case EVENT, BINARY_EVENT -> {
                events.add(packet);
                JsonNode last = packet.data() == null
                        ? Json.array()
                        : packet.data().path(packet.data().size() - 1);
                if (packet.data() != null && packet.data().size() > 1 && last.isTextual()) {
                    offset = last.asText();
                }
            }
            case ACK, BINARY_ACK ->
                acks.put(packet.id().orElse(-1), packet.data() == null ? Json.array() : packet.data());
            case CONNECT_ERROR, DISCONNECT ->
                throw new Violation(CONNECT + " and events in " + namespace, packet.toString());
        }
    }
}
