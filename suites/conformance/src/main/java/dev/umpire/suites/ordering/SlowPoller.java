package dev.umpire.suites.ordering;

import static dev.umpire.fixtures.packet.SocketPacket.Type.CONNECT;

import com.fasterxml.jackson.databind.JsonNode;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.Payload;
import dev.umpire.fixtures.packet.SocketDecoder;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.suites.rule.Clients;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** A polling client that has no poll pending between two calls of {@link #poll}, as in a slow network. */
final class SlowPoller {
    private final Clients clients;
    private final String query;
    private final Handshake handshake;
    private final String sid;
    private final SocketDecoder decoder = new SocketDecoder();
    private final List<SocketPacket> received = new ArrayList<>();
    private long polled = System.nanoTime();

    private SlowPoller(Clients clients, String query, Handshake handshake, String namespace) {
        this.clients = clients;
        this.query = query;
        this.handshake = handshake;
        clients.post(query, "40" + namespace + ",");
        while (received.isEmpty()) {
            poll();
        }
        // the main namespace's greeting of a client that did not join it is judged elsewhere
        while (received.get(0).event()) {
            received.remove(0);
            while (received.isEmpty()) {
                poll();
            }
        }
        SocketPacket answer = received.get(0);
        if (answer.type() != CONNECT || answer.data() == null) {
            throw new Violation("CONNECT in " + namespace, answer.toString());
        }
        this.sid = answer.data().path("sid").asText();
    }

    /** Opens a session over polling and joins a namespace. */
    static SlowPoller joining(Clients clients, String namespace) {
        String open = "EIO=4&transport=polling";
        HttpReply opened = Clients.prerequisite("EIO-OPEN-POLLING", () -> clients.get(open));
        Handshake handshake = Handshake.of(Payload.decode(opened.text()).get(0));
        String query = open + "&sid=" + handshake.sid();
        return Clients.prerequisite("SIO-CONNECT-CUSTOM", () -> new SlowPoller(clients, query, handshake, namespace));
    }

    /** The id of its socket. */
    String sid() {
        return sid;
    }

    /** Polls once, and answers the pings that this brings. */
    void poll() {
        HttpReply reply = clients.get(query);
        if (reply.status() != 200) {
            throw new Violation("HTTP 200 to a poll", reply.toString());
        }
        for (EnginePacket packet : Payload.decode(reply.text())) {
            if (packet.encoded().equals("2")) {
                clients.post(query, "3");
            } else if (packet.encoded().equals("1")) {
                ended(System.nanoTime() - polled);
            } else {
                decoder.add(packet).ifPresent(received::add);
            }
        }
        polled = System.nanoTime();
    }

    /** The server may end the session only if no pong could reach it in time. */
    private void ended(long nanosSinceLastPoll) {
        if (nanosSinceLastPoll >= handshake.pingTimeout().toNanos()) {
            throw new Undecided("this machine took " + TimeUnit.NANOSECONDS.toMillis(nanosSinceLastPoll)
                    + " ms from one poll to the next, so that the server may have waited in vain for a pong");
        }
        throw new Violation("a session that goes on", "1 (close)");
    }

    /** Polls until so many events of a name have arrived, or nothing but a heartbeat does. */
    Sequence pollUntil(String event, int count, ToLongFunction<JsonNode> number) {
        int before = -1;
        while (numbers(event, number).size() < count && received.size() > before) {
            before = received.size();
            poll();
        }
        return new Sequence("the slow poller", numbers(event, number));
    }

    private List<Long> numbers(String event, ToLongFunction<JsonNode> number) {
        return received.stream()
                .filter(packet -> packet.eventName().equals(event))
                .map(packet -> number.applyAsLong(packet.data() == null ? Json.array() : packet.data()))
                .toList();
    }
}
