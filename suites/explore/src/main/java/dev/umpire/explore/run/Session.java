package dev.umpire.explore.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.umpire.explore.program.Payload;
import dev.umpire.fixtures.client.Json;
import dev.umpire.fixtures.client.PacketWire;
import dev.umpire.fixtures.history.Command;
import dev.umpire.fixtures.history.HistoryLine;
import dev.umpire.fixtures.judgement.Undecided;
import dev.umpire.fixtures.judgement.Violation;
import dev.umpire.fixtures.packet.EnginePacket;
import dev.umpire.fixtures.packet.SocketEncoder;
import dev.umpire.fixtures.packet.SocketPacket;
import dev.umpire.fixtures.wire.Ending;
import dev.umpire.fixtures.wire.Endpoint;
import dev.umpire.fixtures.wire.EngineWire;
import dev.umpire.fixtures.wire.Via;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One connection of a client: the client's thread sends, a reader writes down what arrives. */
final class Session {
    private static final String CLOSE_PACKET = "a packet that is not a message: 1";
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String name;
    private final Stage stage;
    private final PacketWire wire;
    private final Arrivals arrivals;
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();

    /** Attachments must follow their header, and nothing may be sent while a transport takes over. */
    private final ReentrantLock sending = new ReentrantLock();

    /** What is to be sent in one, or null; guarded by {@link #sending}. */
    private @Nullable List<EnginePacket> gathered;

    private final Thread reader;
    private boolean closed;
    private volatile boolean ended;

    private Session(String name, Stage stage, PacketWire wire) {
        this.name = name;
        this.stage = stage;
        this.wire = wire;
        this.arrivals = new Arrivals(this, stage);
        this.reader = new Thread(this::read, "read " + name);
        reader.setDaemon(true);
    }

    /**
     * Opens a session.
     *
     * @throws Violation if the target does not
     */
    static Session open(String name, Stage stage, Endpoint endpoint, Via via) {
        EngineWire engine = EngineWire.open(name, stage.wires(endpoint), via);
        Session session = new Session(name, stage, PacketWire.keepingOffsets(engine));
        stage.write(at -> new HistoryLine.Opened(at, name, via.name().toLowerCase(Locale.ROOT)));
        session.reader.start();
        return session;
    }

    String name() {
        return name;
    }

    boolean open() {
        return !ended && !closed;
    }

    /** The present socket of a namespace. */
    @Nullable Seat seat(String namespace) {
        return seats.get(namespace);
    }

    List<Seat> usableSeats() {
        return seats.values().stream().filter(Seat::usable).toList();
    }

    /** A socket has taken the place of another one in its namespace. */
    @Nullable Seat place(Seat seat) {
        return seats.put(seat.namespace, seat);
    }

    /** A socket was refused; what arrives in its namespace all the same is written down for it. */
    void turnedAway(Seat seat) {
        seat.leaving = true;
        seats.putIfAbsent(seat.namespace, seat);
    }

    /** Sends CONNECT; the seat settles when it is answered. */
    void enter(Seat seat, boolean entitled, @Nullable Seat former) {
        seat.resumes = former;
        arrivals.expect(seat);
        String resumes = former == null ? null : former.name;
        stage.write(at -> new HistoryLine.Entering(at, seat.name, name, seat.namespace, entitled, resumes));
        ObjectNode auth = Json.object();
        if (former != null) {
            auth.put("pid", former.privateId).put("offset", former.offset);
        }
        if (entitled) {
            auth.put("token", "let-me-in"); // fixtures/CONTRACT.md, "Namespaces"
        }
        send(List.of(SocketEncoder.connect(seat.namespace, auth)));
    }

    /** Sends a command of the conformance app and says when it is answered. */
    CompletableFuture<Void> ask(Seat seat, int id, Command command, ObjectNode json) {
        return ask(seat, id, command, "umpire", List.of(json));
    }

    /** Sends an event that asks for an acknowledgement and says when it comes. */
    CompletableFuture<Void> ask(Seat seat, int id, Command command, String event, List<JsonNode> arguments) {
        long ack = seat.acks.getAndIncrement();
        seat.acknowledgements.put(ack, id);
        CompletableFuture<Void> answered = awaited(seat, id, command);
        send(SocketEncoder.event(seat.namespace, OptionalLong.of(ack), event, arguments));
        return answered;
    }

    /** Sends an event that is answered by another one, which says when that comes. */
    CompletableFuture<Void> echo(Seat seat, int id, Command command, List<JsonNode> arguments) {
        CompletableFuture<Void> answered = awaited(seat, id, command);
        send(SocketEncoder.event(seat.namespace, OptionalLong.empty(), "message", arguments));
        return answered;
    }

    private CompletableFuture<Void> awaited(Seat seat, int id, Command command) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        seat.waiting.put(id, answered);
        stage.write(at -> new HistoryLine.Asked(at, id, seat.name, command));
        if (!open()) {
            answered.complete(null);
        }
        return answered;
    }

    /** Sends DISCONNECT. */
    void exit(Seat seat) {
        depart(seat, () -> {
            stage.write(at -> new HistoryLine.Exiting(at, seat.name));
            send(List.of(SocketEncoder.disconnect(seat.namespace)));
        });
    }

    /** Does something after which the client sends nothing more in the namespace. */
    void depart(Seat seat, Runnable last) {
        sending.lock();
        try {
            seat.leaving = true;
            last.run();
        } finally {
            sending.unlock();
        }
    }

    /** Goes from polling to WebSocket and does something between probe and upgrade. */
    void upgrade(Runnable whileProbed) {
        sending.lock();
        try {
            wire.engine().upgrade(whileProbed);
        } finally {
            sending.unlock();
        }
    }

    /** Sends what is sent meanwhile in one: over polling in one POST. */
    void together(Runnable sends) {
        sending.lock();
        try {
            gathered = new ArrayList<>();
            sends.run();
            List<EnginePacket> all = gathered;
            gathered = null;
            if (!all.isEmpty()) {
                wire.engine().send(all);
            }
        } finally {
            gathered = null;
            sending.unlock();
        }
    }

    void send(List<EnginePacket> packets) {
        List<EnginePacket> escaped = new ArrayList<>(packets);
        if (packets.get(0) instanceof EnginePacket.Text text) {
            escaped.set(0, new EnginePacket.Verbatim(Payload.escaped(text.encoded())));
        }
        sending.lock();
        try {
            if (gathered != null) {
                gathered.addAll(escaped);
            } else {
                wire.engine().send(escaped);
            }
        } finally {
            sending.unlock();
        }
    }

    /** Acknowledges an event; a server may close the connection of a client that does so after it has left. */
    private void sendUnlessLeaving(Seat seat, List<EnginePacket> packets) {
        sending.lock();
        try {
            if (!seat.leaving) {
                send(packets);
            }
        } finally {
            sending.unlock();
        }
    }

    private void read() {
        while (true) {
            try {
                Optional<SocketPacket> packet = wire.next(LOOK);
                if (packet.isPresent()) {
                    taken(packet.get());
                }
            } catch (Violation e) {
                Optional<Ending> ending = wire.engine().ending(Duration.ZERO);
                if (ending.isPresent()) {
                    end(ending.get().how());
                    return;
                }
                if (e.observed().endsWith(CLOSE_PACKET)) {
                    end("a close packet");
                    return;
                }
                odd(e.observed());
            } catch (Undecided e) {
                return; // interrupted: this side has closed
            }
        }
    }

    private void taken(SocketPacket packet) {
        List<EnginePacket> answer;
        synchronized (this) {
            if (closed) {
                return;
            }
            answer = arrivals.take(packet);
        }
        Seat seat = seats.get(packet.namespace());
        if (!answer.isEmpty() && seat != null) {
            sendUnlessLeaving(seat, answer);
        }
    }

    synchronized void odd(String what) {
        if (!closed) {
            stage.write(at -> new HistoryLine.Odd(at, name, what));
        }
    }

    private void end(String how) {
        synchronized (this) {
            ended = true;
            if (!closed) {
                stage.write(at -> new HistoryLine.Ended(at, name, how));
            }
        }
        giveUp();
    }

    /** Ends the session from this side; nothing is written down any more. */
    void close(String how, Runnable cut) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            stage.write(at -> new HistoryLine.Closing(at, name, how));
        }
        cut.run();
        reader.interrupt();
        wire.close();
        giveUp();
    }

    private void giveUp() {
        seats.values().forEach(Seat::giveUp);
        arrivals.giveUp();
    }
}
