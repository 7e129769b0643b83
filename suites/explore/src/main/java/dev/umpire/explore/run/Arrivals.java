package dev.umpire.explore.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.umpire.explore.program.Payload;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.history.HistoryLine;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.SocketEncoder;
import dev.umpire.fixtures.packet.SocketPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Writes down what arrives at one session, as lines of the history. */
final class Arrivals {
    private static final List<EnginePacket> NOTHING = List.of();

    /** A number in a series, and the tag. */
    private static final int BEFORE_PAYLOAD = 2;

    private final Session session;
    private final Stage stage;

    /** Sockets whose CONNECT is not answered yet. */
    private final Map<String, Seat> expected = new ConcurrentHashMap<>();

    Arrivals(Session session, Stage stage) {
        this.session = session;
        this.stage = stage;
    }

    void expect(Seat seat) {
        expected.put(seat.namespace, seat);
    }

    void giveUp() {
        expected.values().forEach(Seat::giveUp);
    }

    /** Writes down a packet; returns what is to be sent in answer. */
    List<EnginePacket> take(SocketPacket packet) {
        if (packet.type() == SocketPacket.Type.CONNECT || packet.type() == SocketPacket.Type.CONNECT_ERROR) {
            Seat seat = expected.remove(packet.namespace());
            if (seat == null) {
                session.odd(packet + ", though no CONNECT was sent");
            } else {
                settle(seat, packet);
            }
            return NOTHING;
        }
        Seat seat = session.seat(packet.namespace());
        if (seat == null) {
            seat = expected.get(packet.namespace());
        }
        if (seat == null) {
            return unexpected(packet);
        }
        if (packet.event()) {
            return event(seat, packet);
        }
        if (packet.ack()) {
            acknowledge(seat, packet);
        } else {
            dismiss(seat);
        }
        return NOTHING;
    }

    private List<EnginePacket> unexpected(SocketPacket packet) {
        session.odd(packet + ", though the client never was in " + packet.namespace());
        return NOTHING;
    }

    private void settle(Seat seat, SocketPacket answer) {
        JsonNode data = answer.data() == null ? Json.object() : answer.data();
        String sid = data.path("sid").asText();
        if (answer.type() == SocketPacket.Type.CONNECT_ERROR || sid.isEmpty()) {
            stage.write(at -> new HistoryLine.Refused(at, seat.name, answer.toString()));
            session.turnedAway(seat);
        } else {
            Seat before = session.place(seat);
            if (before != null && before.leaving && !before.gone.isDone()) {
                stage.write(at -> new HistoryLine.Exited(at, before.name));
                before.giveUp();
            }
            seat.sid = sid;
            seat.privateId = data.path("pid").isTextual() ? data.path("pid").asText() : null;
            Seat former = seat.resumes;
            boolean recovered = former != null && former.sid.equals(sid);
            String name = seat.name;
            stage.write(at -> new HistoryLine.Entered(at, name, sid, recovered));
            if (recovered) {
                seat.offset = former.offset;
                seat.events.set(former.events.get());
                seat.name = former.name;
            }
            seat.entered = true;
        }
        seat.settled.complete(null);
    }

    private void dismiss(Seat seat) {
        stage.write(at -> new HistoryLine.Dismissed(at, seat.name));
        seat.leaving = true;
        seat.giveUp();
    }

    private List<EnginePacket> event(Seat seat, SocketPacket packet) {
        List<JsonNode> arguments = list(packet.data(), 1);
        boolean echo = packet.eventName().equals("message-back");
        int bare = stage.bareId(packet.eventName());
        int before = bare >= 0 ? 0 : BEFORE_PAYLOAD;
        int id = bare >= 0 || arguments.size() < before
                ? bare
                : stage.id(arguments.get(before - 1).asText());
        Stage.Sent sent = stage.sent(id);
        int expected = sent == null ? 0 : before + sent.payload().arguments().size();
        if (packet.id().isEmpty()) {
            takeOffset(seat, arguments, expected);
        }
        if (sent == null) {
            return NOTHING; // the greeting, or somebody else's
        }
        String payload = told(sent.payload(), arguments, before);
        if (echo) {
            answered(seat, id, List.of(), false, payload, null);
            return NOTHING;
        }
        int number = sent.numbered() ? arguments.get(0).asInt(-1) : 0;
        stage.write(at -> new HistoryLine.Received(at, seat.name, id, number, payload));
        return packet.id().isEmpty()
                ? NOTHING
                : SocketEncoder.ack(seat.namespace, packet.id().getAsLong(), Json.list(seat.name));
    }

    /** Takes away the offset that connection state recovery appends to what may be missed. */
    private static void takeOffset(Seat seat, List<JsonNode> arguments, int expected) {
        int last = arguments.size() - 1;
        if (seat.privateId != null && last >= expected && arguments.get(last).isTextual()) {
            seat.offset = arguments.remove(last).asText();
        }
    }

    private void acknowledge(Seat seat, SocketPacket packet) {
        Integer id =
                packet.id().isPresent() ? seat.acknowledgements.get(packet.id().getAsLong()) : null;
        Stage.Sent sent = id == null ? null : stage.sent(id);
        if (id == null || sent == null) {
            session.odd(packet + ", an id that was never sent");
            return;
        }
        List<JsonNode> arguments = list(packet.data(), 0);
        if (arguments.size() >= BEFORE_PAYLOAD && stage.id(arguments.get(1).asText()) == id) {
            answered(seat, id, List.of(), false, told(sent.payload(), arguments, BEFORE_PAYLOAD), null);
            return;
        }
        JsonNode answer = arguments.isEmpty() ? Json.object() : arguments.get(0);
        List<String> responses = new ArrayList<>();
        answer.path("responses").forEach(response -> responses.add(response.asText()));
        boolean timedOut = answer.path("timedOut").asBoolean();
        String problem = answer.has("error") ? answer.path("error").asText() : null;
        answered(seat, id, responses, timedOut, null, problem);
    }

    private void answered(
            Seat seat,
            int id,
            List<String> responses,
            boolean timedOut,
            @Nullable String payload,
            @Nullable String problem) {
        stage.write(at -> new HistoryLine.Answered(at, id, seat.name, responses, timedOut, payload, problem));
        CompletableFuture<Void> waiting = seat.waiting.remove(id);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    private static String told(Payload payload, List<JsonNode> arguments, int from) {
        ArrayNode rest = Json.array();
        arguments.subList(from, arguments.size()).forEach(rest::add);
        return payload.told(rest);
    }

    private static List<JsonNode> list(@Nullable JsonNode data, int from) {
        List<JsonNode> list = new ArrayList<>();
        for (int i = from; data != null && i < data.size(); i++) {
            list.add(data.get(i));
        }
        return list;
    }
}
