package dev.umpire.suites.delivery;

import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.Payload;
import dev.umpire.fixtures.wire.Handshake;
import dev.umpire.fixtures.wire.HttpReply;
import dev.umpire.fixtures.wire.RawWebSocket;
import dev.umpire.suites.rule.Clients;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A client that has joined a namespace and from then on neither reads nor answers, though its connection stays open.
 */
final class Silent {
    private final String sid;
    private final Runnable reset;

    private Silent(String sid, Runnable reset) {
        this.sid = sid;
        this.reset = reset;
    }

    /** Joins over a WebSocket, of which nothing is read afterwards. */
    static Silent overWebSocket(Clients clients, String namespace) {
        RawWebSocket socket = clients.rawWebSocket();
        return Clients.prerequisite("SIO-CONNECT-CUSTOM", () -> {
            socket.send("40" + namespace + ",");
            String answer = socket.nextData().text();
            while (isGreeting(answer)) {
                answer = socket.nextData().text();
            }
            return new Silent(sidOf(answer, namespace), socket.tcp()::reset);
        });
    }

    /** Joins over polling, and reads the answer but polls no more. */
    static Silent overPolling(Clients clients, String namespace) {
        HttpReply opened = Clients.prerequisite("EIO-OPEN-POLLING", () -> clients.get("EIO=4&transport=polling"));
        String session = "EIO=4&transport=polling&sid="
                + Handshake.of(Payload.decode(opened.text()).get(0)).sid();
        return Clients.prerequisite("SIO-CONNECT-CUSTOM", () -> {
            clients.post(session, "40" + namespace + ",");
            Deque<String> packets = new ArrayDeque<>();
            // a ping may come first
            while (packets.isEmpty() || packets.peek().equals("2") || isGreeting(packets.peek())) {
                packets.poll();
                if (packets.isEmpty()) {
                    packets.addAll(List.of(clients.get(session).text().split("\u001e")));
                }
            }
            return new Silent(sidOf(packets.element(), namespace), () -> {});
        });
    }

    /** The id of its socket, which is a room too. */
    String sid() {
        return sid;
    }

    /** Vanishes with a TCP reset. */
    void reset() {
        reset.run();
    }

    /** The main namespace's greeting of a client that did not join it is the business of the rules about connecting. */
    private static boolean isGreeting(String packet) {
        return packet.startsWith("42[\"auth\"");
    }

    private static String sidOf(String answer, String namespace) {
        String begin = "40" + namespace + ",";
        if (!answer.startsWith(begin)) {
            throw new Violation("CONNECT in " + namespace, answer);
        }
        return Json.parse(answer.substring(begin.length())).path("sid").asText();
    }
}
